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
 * 03   SAK (2)                                        of both cascade levels
 * 04   00, what is switched off                       bit 0 D40, bit 1 EV1, bit 2 chained writing with a MAC in EV2
 * 05   4 bytes, PDCap2 (6)                            its first byte 02 is LRP, for good; the last two are the user's
 * 06   ISO identifier (2) DF name                     the only application of DESFire Light
 * 09   file, lower, upper, value (4 each), option     its value file
 * 0A   enabled, limit (2), decrement (2)              failed authentications
 * 0B   strong back modulation                         nothing to do for it here
 * </pre>
 *
 * <p>Sources: ev2-mac-full.json of the vectors (AN12343 tables 5, 6 and 18) for 02, 05 and 09; liblogicalaccess
 * (desfireev2iso7816commands.cpp) for 03, 04 and the last two bytes of 05; Proxmark3 and libnxpsc for the rest, stated only. That bits of 04
 * come off again is ours. Other options get 9E: of 06 on EV2 and EV3, 08 and 0C no layout is public. So do bits 2 and 3 of
 * 00, with which those cards ask for a proximity check and for virtual card authentication, which are not there.
 */
final class CardConfiguration {

    private static final int KNOWN_FLAGS = Configuration.NO_FORMAT | Configuration.RANDOM_UID;
    private static final int CAPABILITIES_AT = 4;
    private static final int USERS_AT = 8;
    private static final int LRP = 2;
    private static final int SAK_LENGTH = 2;
    private static final int EV2_MESSAGING = Configuration.NO_CHAINED_WRITING;
    private static final int ALL_MESSAGING =
            EV2_MESSAGING | Configuration.NO_D40_MESSAGING | Configuration.NO_EV1_MESSAGING;
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
            0x03, Row.of(Capability.EV2_AUTHENTICATION, SAK_LENGTH, CardConfiguration::sak),
            0x04, Row.of(Capability.EV2_AUTHENTICATION, 2, CardConfiguration::messaging),
            0x05, Row.of(Capability.EV2_AUTHENTICATION, 10, CardConfiguration::capabilities),
            0x06,
                    new Row(
                            Optional.of(Capability.LRP),
                            IsoFileId.LENGTH,
                            IsoFileId.LENGTH + DfName.MAX_LENGTH,
                            CardConfiguration::name),
            0x09, Row.of(Capability.LRP, 14, CardConfiguration::value),
            0x0A, Row.ofAll(5, CardConfiguration::failures),
            0x0B, Row.of(Capability.LRP, 1, (card, data) -> require(data.get(0) <= 1)));

    private CardConfiguration() {}

    static CommandRow row() {
        return new CommandRowBuilder(Instruction.SET_CONFIGURATION)
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

    private static void sak(Draft card, Bytes data) {
        configure(card, card.stored().configuration().withSak(data));
    }

    private static void messaging(Draft card, Bytes data) throws Refusal {
        int known = card.can(Capability.D40) ? ALL_MESSAGING : EV2_MESSAGING;
        require(data.get(0) == 0 && (data.get(1) & ~known) == 0);
        configure(card, card.stored().configuration().withMessaging(data.get(1)));
    }

    /** With LRP the session is over: the answer is plain (AN12343 table 18). */
    private static void capabilities(Draft card, Bytes data) throws Refusal {
        int first = data.get(CAPABILITIES_AT);
        boolean reserved = data.slice(0, CAPABILITIES_AT)
                .plus(data.slice(CAPABILITIES_AT + 1, USERS_AT))
                .isAll(0);
        require(reserved && (first == 0 || (first == LRP && card.can(Capability.LRP))));
        Configuration before = card.stored().configuration();
        configure(card, before.withCapabilities(data.slice(CAPABILITIES_AT)));
        if (first == LRP) {
            card.activate(card.activation().loggedOut());
        } else if (before.lrp()) {
            configure(card, card.stored().configuration().withLrp());
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
