package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeySets;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.Optional;

/**
 * Key settings of the selected application, or of the card. Two bytes, of an application with key sets six (NXP NfcRdLib;
 * the six are stated only).
 */
public record GetKeySettings() implements DesfireCommand<ApplicationKeys> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_KEY_SETTINGS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    private static ApplicationKeys keys(ByteCursor cursor) throws NfcException {
        KeySettings settings = new KeySettings(cursor.take());
        int second = cursor.take();
        Optional<KeySets> sets =
                cursor.remaining() == 0 ? Optional.empty() : Optional.of(KeySets.fromWire(cursor.take(KeySets.LENGTH)));
        return ApplicationKeys.fromWire(settings, second, sets);
    }

    @Override
    public ApplicationKeys decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> keys(cursor));
    }
}
