package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a command does with a file.
 *
 * @param file which file
 * @param participle what is done to it, for instance {@code read}
 * @param granting those of its settings that allow it
 * @param settings what the card told of it
 */
record FileUse(
        FileNo file,
        String participle,
        Function<FileSettings, Stream<AccessRight>> granting,
        Optional<FileSettings> settings) {

    private static final Map<FileOperation, String> PARTICIPLES = Map.of(
            FileOperation.READ, "read",
            FileOperation.WRITE, "written",
            FileOperation.CLEAR, "cleared",
            FileOperation.GET_VALUE, "asked for its value",
            FileOperation.DEBIT, "debited",
            FileOperation.LIMITED_CREDIT, "given back to",
            FileOperation.CREDIT, "credited");

    static FileUse of(FileNo file, FileOperation operation) {
        return new FileUse(
                file,
                PARTICIPLES.getOrDefault(operation, "used"),
                settings -> all(settings).flatMap(operation::allowedBy),
                Optional.empty());
    }

    /** A change of its settings. */
    static FileUse ofSettings(FileNo file) {
        return new FileUse(
                file, "given other settings", settings -> all(settings).map(AccessRights::change), Optional.empty());
    }

    /** A question for the counter of secure dynamic messaging. */
    static FileUse ofCounter(FileNo file) {
        return new FileUse(file, "asked for its counter", FileUse::counterRetrieval, Optional.empty());
    }

    private static Stream<AccessRights> all(FileSettings settings) {
        return Stream.concat(Stream.of(settings.access().rights()), settings.access().additionalRights().stream());
    }

    private static Stream<AccessRight> counterRetrieval(FileSettings settings) {
        return settings instanceof FileSettings.Data data
                ? data.sdm().map(SdmSettings::counterRetrieval).stream()
                : Stream.empty();
    }

    FileUse told(FileSettings what) {
        return new FileUse(file, participle, granting, Optional.of(what));
    }

    /** The keys with which it may be done; nothing known if the settings are not. */
    Optional<List<KeyNo>> keys() {
        return settings.map(known -> granting.apply(known)
                .flatMap(right -> right.key().stream())
                .distinct()
                .toList());
    }
}
