package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.CommandForm;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Field;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.Optional;

/** What can be asked of the reader itself and changed about it: firmware, LED, buzzer, polling. */
public final class ReaderSettings {

    private static final int STATE_REPEATS = 4;

    private final Dialect dialect;
    private final Optional<EscapeRoute> route;

    /**
     * The settings of a reader.
     *
     * @param dialect its dialect
     * @param transmit the way over SCardTransmit, where there is a card
     * @param control the way over SCardControl, where there is one
     */
    public ReaderSettings(Dialect dialect, Optional<EscapeRoute> transmit, Optional<EscapeRoute> control) {
        this.dialect = dialect;
        this.route = switch (dialect.escape()) {
            case NONE -> Optional.empty();
            case TRANSMIT -> transmit.or(() -> control);
            case CONTROL -> control;
        };
    }

    /**
     * Whether the reader can be reached on the way its dialect names.
     *
     * @return true if so
     */
    public boolean reachable() {
        return route.isPresent();
    }

    /**
     * Asks for a setting.
     *
     * @param name the setting
     * @return its value
     * @throws NfcException {@code REFUSED} if the reader has no such setting, or does not tell
     */
    public SettingValue get(String name) throws NfcException {
        SettingForm setting = setting(name);
        CommandForm form =
                setting.get().orElseThrow(() -> Refusal.lacking(dialect.id(), "way to read \"" + name + "\""));
        return SettingAnswer.read(setting, send(form.bytes()));
    }

    /**
     * Changes a setting.
     *
     * @param name the setting
     * @param state its new value, 0 to 255
     * @return what the reader answers
     * @throws NfcException {@code REFUSED} if the reader has no such setting, or does not take the value
     */
    public SettingValue set(String name, int state) throws NfcException {
        SettingForm setting = setting(name);
        Fill fill = Fill.data(Bytes.EMPTY)
                .with(Field.STATE, Bytes.of(state))
                .with(Field.STATE4, Bytes.repeat(STATE_REPEATS, state));
        return change(setting, setting.takesDuration(), fill);
    }

    /**
     * Switches something on for a while.
     *
     * @param name the setting, {@link SettingForm#BUZZER} for example
     * @param duration how long
     * @return what the reader answers
     * @throws NfcException {@code REFUSED} if the reader has no such setting, {@code INVALID_REQUEST} if it is too long
     */
    public SettingValue set(String name, Duration duration) throws NfcException {
        SettingForm setting = setting(name);
        long units = (duration.toMillis() + setting.unitMillis() - 1) / setting.unitMillis();
        boolean wide = setting.set().filter(form -> form.has(Field.TIME2)).isPresent();
        if (units > (wide ? 0xFFFF : 0xFE)) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "this reader counts " + name + " in " + setting.unitMillis() + " ms, up to "
                            + (wide ? 0xFFFF : 0xFE) + " of them");
        }
        Fill fill = Fill.data(Bytes.EMPTY)
                .with(Field.TIME, Bytes.of((int) units & 0xFF))
                .with(Field.TIME2, Bytes.bigEndian(units, 2));
        return change(setting, !setting.takesDuration(), fill);
    }

    private SettingValue change(SettingForm setting, boolean unfit, Fill fill) throws NfcException {
        if (setting.set().isEmpty() || unfit) {
            throw Refusal.lacking(dialect.id(), "way to set \"" + setting.name() + "\" so");
        }
        return SettingAnswer.read(setting, send(setting.set().get().fill(fill.values())));
    }

    private SettingForm setting(String name) throws NfcException {
        return dialect.setting(name).orElseThrow(() -> Refusal.lacking(dialect.id(), "setting \"" + name + "\""));
    }

    private Bytes send(Bytes command) throws NfcException {
        EscapeRoute present = route.orElseThrow(() -> new NfcException(
                        ErrorKind.REFUSED,
                        "this reader takes settings over the driver's escape code, which is not open")
                .withHint("The driver may have to allow it; `tagsmith doctor` looks"));
        return present.escape(command);
    }
}
