package io.github.tagsmith.core.dialect;

import java.util.Map;
import java.util.Optional;

/**
 * Something about the reader that can be asked or set.
 *
 * @param name {@code firmware}, {@code led}, {@code buzzer}, or what the manual calls it
 * @param get asks for it
 * @param set changes it; a state or a duration is filled in
 * @param frame what stands around the value in answers
 * @param text how the value reads
 * @param unitMillis what a duration is counted in
 * @param states names of values, where they have any
 * @param meaning one line about the value
 */
public record SettingForm(
        String name,
        Optional<CommandForm> get,
        Optional<CommandForm> set,
        AnswerFrame frame,
        ValueText text,
        int unitMillis,
        Map<String, Integer> states,
        String meaning) {

    /** The name of the setting that tells the firmware's version. */
    public static final String FIRMWARE = "firmware";

    /** The name of the setting that switches LEDs. */
    public static final String LED = "led";

    /** The name of the setting that sounds the buzzer. */
    public static final String BUZZER = "buzzer";

    /**
     * Whether it is set with a duration instead of a state.
     *
     * @return true if so
     */
    public boolean takesDuration() {
        return set.filter(form -> form.has(Field.TIME) || form.has(Field.TIME2)).isPresent();
    }
}
