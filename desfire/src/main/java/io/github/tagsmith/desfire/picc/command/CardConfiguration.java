package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.memory.Configuration.FailureRule;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * SetConfiguration: {@code option data}.
 *
 * <pre>
 * 00   flags                                          bit 0 no FormatPICC, bit 1 random UID; both for good
 * 01   key (24) version                               what keys of new applications begin as
 * 02   ATS                                            its first byte is its length
 * 05   4 bytes, capability, 5 bytes                   capability 02 is LRP, for good
 * 06   ISO identifier (2) DF name                     the only application of DESFire Light
 * 09   file, lower, upper, value (4 each), option     its value file
 * 0A   enabled, limit (2), decrement (2)              failed authentications
 * </pre>
 *
 * <p>Sources: ev2-mac-full.json of the vectors (AN12343 tables 5, 6 and 18) for 02, 05 and 09; Proxmark3 and libnxpsc for the rest,
 * stated only. Other options get 9E.
 */
final class CardConfiguration {

    private static final int KNOWN_FLAGS = Configuration.NO_FORMAT | Configuration.RANDOM_UID;
    private static final int LRP_AT = 4;
    private static final int LRP = 2;
    private static final int LONGEST_ATS = 20;

    /** What an option does. */
    @FunctionalInterface
    private interface Option {
        void set(Draft card, Bytes data) throws Refusal;
    }

    /**
     * An option and the lengths of its data.
     *
     * @param needs what a card that has it can do; nothing for all
     * @param shortest the least
     * @param longest the most
     * @param option what it does
     */
    private record Row(Optional<Capability> needs, int shortest, int longest, Option option) {

        static Row of(Capability needs, int length, Option option) {
            return new Row(Optional.of(needs), length, length, option);
        }

        static Row ofAll(int length, Option option) {
            return new Row(Optional.empty(), length, length, option);
        }
    }

    private static final Map<Integer, Row> ROWS = Map.of(
            0x00, Row.ofAll(1, CardConfiguration::flags),
            0x01, Row.of(Capability.APPLICATIONS, Configuration.DEFAULT_KEY_LENGTH + 1, CardConfiguration::defaultKey),
            0x02, new Row(Optional.empty(), 1, LONGEST_ATS, CardConfiguration::ats),
            0x05, Row.of(Capability.LRP, 10, CardConfiguration::capabilities),
            0x06,
                    new Row(
                            Optional.of(Capability.LRP),
                            IsoFileId.LENGTH,
                            IsoFileId.LENGTH + DfName.MAX_LENGTH,
                            CardConfiguration::name),
            0x09, Row.of(Capability.LRP, 14, CardConfiguration::value),
            0x0A, Row.ofAll(5, CardConfiguration::failures));

    private CardConfiguration() {}

    static void addTo(CommandRows rows) {
        rows.row(Instruction.SET_CONFIGURATION)
                .at(Level.ANY)
                .by(Permit.MASTER)
                .header(1)
                .bytes(2, 1 + Configuration.DEFAULT_KEY_LENGTH + 1)
                .in(ModeRule.FULL)
                .does(CardConfiguration::set);
    }

    private static Outcome set(Draft card, Parameters command) throws Refusal {
        boolean fixed = !card.can(Capability.APPLICATIONS);
        if (card.isCardLevel() == fixed) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        Row row = ROWS.get(command.at(0));
        if (row == null || (row.needs().isPresent() && !card.can(row.needs().get()))) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        Bytes data = command.from(1);
        if (data.length() < row.shortest() || data.length() > row.longest()) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        row.option().set(card, data);
        return Outcome.DONE;
    }

    private static void configure(Draft card, Configuration configuration) {
        card.store(card.stored().with(configuration));
    }

    private static void flags(Draft card, Bytes data) throws Refusal {
        require((data.get(0) & ~KNOWN_FLAGS) == 0);
        configure(card, card.stored().configuration().flagged(data.get(0)));
    }

    private static void defaultKey(Draft card, Bytes data) {
        int length = Configuration.DEFAULT_KEY_LENGTH;
        configure(
                card,
                card.stored()
                        .configuration()
                        .withDefaultKey(SecretBytes.of(data.slice(0, length)), new KeyVersion(data.get(length))));
    }

    private static void ats(Draft card, Bytes data) throws Refusal {
        require(data.get(0) == data.length());
        configure(card, card.stored().configuration().withAts(data));
    }

    /** The session is over: the answer is plain (AN12343 table 18). */
    private static void capabilities(Draft card, Bytes data) throws Refusal {
        require(data.with(LRP_AT, Bytes.of(0)).isAll(0) && (data.get(LRP_AT) & ~LRP) == 0);
        if (data.get(LRP_AT) == LRP) {
            configure(card, card.stored().configuration().withLrp());
            card.activate(card.activation().loggedOut());
        }
    }

    private static void name(Draft card, Bytes data) throws Refusal {
        Application application = card.application();
        Optional<IsoFileId> id = Optional.of(IsoFileId.fromWire(data.slice(0, IsoFileId.LENGTH)));
        Bytes name = data.slice(IsoFileId.LENGTH);
        Optional<DfName> dfName = name.isEmpty() ? application.dfName() : Optional.of(new DfName(name));
        card.store(card.stored().with(application.named(id, dfName)));
    }

    private static void value(Draft card, Bytes data) throws Refusal {
        FileNo number = Parameters.fileNo(data);
        ValueFile file = card.file(number, ValueFile.class);
        int lower = signed(data, 1);
        int upper = signed(data, 5);
        int value = signed(data, 9);
        require(lower <= value && value <= upper && data.get(13) <= 3);
        card.put(number, ValueFile.of(file.settings(), lower, upper, value, 0, data.get(13)));
    }

    private static int signed(Bytes data, int offset) {
        return (int) data.slice(offset, offset + 4).toUnsignedLittleEndian();
    }

    private static void failures(Draft card, Bytes data) throws Refusal {
        require(data.get(0) <= 1);
        int limit = (int) data.slice(1, 3).toUnsignedLittleEndian();
        int decrement = (int) data.slice(3, 5).toUnsignedLittleEndian();
        require(data.get(0) == 0 || (limit > 0 && decrement <= limit));
        configure(card, card.stored().configuration().with(new FailureRule(data.get(0) == 1, limit, decrement)));
    }

    private static void require(boolean good) throws Refusal {
        if (!good) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
    }
}
