package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Sends random commands through the client to the card and compares what comes back with what the model says: the value, or the
 * status of the refusal.
 */
final class RandomReader {

    private static final int SW_91 = 0x9100;

    private final ApduChannel transport;
    private final Random random;
    private final RandomSource bytes;
    private final DesfirePicc card;
    private final ModelCard model;
    private final boolean lrp;
    private final RandomApplications applications = new RandomApplications(this);
    private final RandomKeys keys = new RandomKeys(this);
    private final RandomFiles files = new RandomFiles(this);
    private DesfireChannel channel;
    private int commands;

    RandomReader(DesfirePicc card, boolean lrp, Random random) {
        this(card, card::answer, lrp, random);
    }

    /** Through a transport that leads to the card. */
    RandomReader(DesfirePicc card, ApduChannel transport, boolean lrp, Random random) {
        this.transport = transport;
        this.random = random;
        this.bytes = RandomSource.of(random);
        this.card = card;
        this.model = ModelCard.of(card.state());
        this.lrp = lrp;
        this.channel = DesfireChannel.over(transport);
    }

    int commands() {
        return commands;
    }

    /** What went on, for the message of a failure. */
    @Override
    public String toString() {
        return card.state().generation() + ", command " + commands + ", at " + model.selected + " as " + model.login;
    }

    void step() throws NfcException {
        int choice = random.nextInt(100);
        if (choice < 2) {
            cardReset();
        } else if (choice < 12 && model.selected.isPicc()) {
            applications.manage();
        } else if (choice < 20) {
            applications.select();
        } else if (choice < 32) {
            keys.authenticate();
        } else if (choice < 40) {
            applications.lookAround();
        } else if (choice < 46 && model.login.isPresent()) {
            keys.change();
        } else if (!model.selected.isPicc()) {
            files.use();
        }
    }

    private void cardReset() {
        card.reset();
        channel = DesfireChannel.over(transport);
        model.reset();
    }

    /** Sends, and compares. Whether it was done. */
    <T> boolean send(DesfireCommand<T> command, Optional<DesfireStatus> refusal, Optional<T> expected)
            throws NfcException {
        commands++;
        try {
            T answer = channel.send(command);
            assertEquals(Optional.empty(), refusal, () -> command + " was done");
            expected.ifPresent(value -> assertEquals(value, answer, command::toString));
            return true;
        } catch (NfcException refused) {
            if (refusal.isEmpty()) {
                throw refused;
            }
            assertEquals(OptionalLong.of(SW_91 | refusal.get().code()), refused.code(), command::toString);
            model.refused();
            channel.leaveSession();
            return false;
        }
    }

    boolean order(DesfireCommand<?> command, Optional<DesfireStatus> refusal) throws NfcException {
        return send(command, refusal, Optional.empty());
    }

    /** Counts a command that was not sent through {@link #send}. */
    void count() {
        commands++;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static Optional<DesfireStatus> unless(boolean allowed, DesfireStatus otherwise) {
        return allowed ? Optional.empty() : Optional.of(otherwise);
    }

    boolean can(Capability capability) {
        return card.state().generation().can(capability);
    }

    boolean isLrp() {
        return lrp;
    }

    Random random() {
        return random;
    }

    RandomSource bytes() {
        return bytes;
    }

    DesfirePicc card() {
        return card;
    }

    ModelCard model() {
        return model;
    }

    DesfireChannel channel() {
        return channel;
    }
}
