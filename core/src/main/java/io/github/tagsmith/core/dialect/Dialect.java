package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.apdu.StatusWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one family of readers speaks: a row of the table.
 *
 * @param id its name, for {@code --dialect} and {@code dialect=}
 * @param title the readers it is for
 * @param readers patterns of reader names: a part of the name, {@code *} and {@code ?} as in file names, any case
 * @param keys load key and authenticate
 * @param retries the key commands to try instead when a load is answered with a status word
 * @param blocks read and update
 * @param values value blocks
 * @param statuses what status words mean
 * @param escape where setting commands go
 * @param settings what can be asked of the reader and set
 * @param passThrough wraps a command for the PN53x chip in the reader
 * @param transparentSession whether it has the transparent session of PC/SC part 3 amendment 1
 * @param sources where this row is from
 * @param doubts what of it is not proven
 */
public record Dialect(
        String id,
        String title,
        List<String> readers,
        KeyForms keys,
        Map<StatusWord, KeyForms> retries,
        BlockForms blocks,
        ValueForms values,
        Statuses statuses,
        EscapeVia escape,
        List<SettingForm> settings,
        Optional<CommandForm> passThrough,
        boolean transparentSession,
        List<String> sources,
        List<String> doubts) {

    /**
     * Whether it is for a reader.
     *
     * @param readerName the reader's name
     * @return true if one of the patterns fits
     */
    public boolean fits(String readerName) {
        return readers.stream().anyMatch(pattern -> new ReaderNamePattern(pattern).isIn(readerName));
    }

    /**
     * A setting.
     *
     * @param name its name
     * @return the setting, if the reader has it
     */
    public Optional<SettingForm> setting(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }
}
