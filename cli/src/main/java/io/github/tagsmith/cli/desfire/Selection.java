package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.DfName;
import java.util.List;
import java.util.Optional;

/**
 * An application as it is asked for.
 *
 * @param application by its identifier; not looked at where there is a name
 * @param name by its DF name
 */
record Selection(Aid application, Optional<DfName> name) {

    /** The card itself, or the one application of a card that has no more. */
    static final Selection CARD = new Selection(Aid.PICC, Optional.empty());

    /** Of NTAG 424 DNA and DESFire Light. */
    private static final List<DfName> ONLY_APPLICATIONS = List.of(DfName.NDEF, DfName.LIGHT);

    private static final int COMMAND_UNKNOWN = 0x9100 | DesfireStatus.ILLEGAL_COMMAND.code();

    boolean isCard() {
        return equals(CARD);
    }

    /**
     * A selection that was done.
     *
     * @param name the name that it was done by, if it was
     * @param said what the application said of itself
     */
    record Done(Optional<DfName> name, Bytes said) {}

    /** Selects it. */
    Done on(DesfireChannel channel) throws NfcException {
        if (name.isEmpty()) {
            return byIdentifier(channel);
        }
        ResponseApdu response = channel.transmit(IsoCommands.select(name.get()));
        if (!response.isOk()) {
            throw new NfcException(
                            ErrorKind.REFUSED,
                            "no application with the DF name " + name.get() + ": " + response.sw() + " "
                                    + response.sw().meaning())
                    .withCode(response.sw().value());
        }
        return new Done(name, response.data());
    }

    /** A card that does not know the command has one application, which is meant when none is named. */
    private Done byIdentifier(DesfireChannel channel) throws NfcException {
        try {
            channel.send(new SelectApplication(application));
        } catch (NfcException refused) {
            if (!application.isPicc() || refused.code().orElse(0) != COMMAND_UNKNOWN) {
                throw refused;
            }
            for (DfName only : ONLY_APPLICATIONS) {
                ResponseApdu response = channel.transmit(IsoCommands.select(only));
                if (response.isOk()) {
                    return new Done(Optional.of(only), response.data());
                }
            }
        }
        return new Done(Optional.empty(), Bytes.EMPTY);
    }

    @Override
    public String toString() {
        return "application " + name.map(DfName::toString).orElseGet(application::toString);
    }
}
