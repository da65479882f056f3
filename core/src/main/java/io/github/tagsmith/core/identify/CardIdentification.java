package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/**
 * What card is this: asks as little as it takes. A storage card is named in its ATR; of an ISO/IEC 14443-4 card the version
 * is asked for (native GetVersion, wrapped as {@code 90 60 00 00 00}, two more frames by {@code 90 AF}), which tells DESFire,
 * DESFire Light, NTAG 424 and Plus apart; without a version the historical bytes are looked at.
 *
 * @param type its name, as near as can be said
 * @param atr its ATR
 * @param uid its UID, if the reader tells it
 * @param ats its ATS, if it has one and the reader tells it
 * @param anticollision ATQA and SAK, if the reader tells them
 * @param version its version, if it tells one
 */
public record CardIdentification(
        String type,
        Atr atr,
        Optional<Bytes> uid,
        Optional<Bytes> ats,
        Optional<Anticollision> anticollision,
        Optional<CardVersion> version) {

    private static final int MORE = 0x91AF;
    private static final int DONE = 0x9100;
    private static final int FRAMES = 3;
    private static final int RANDOM_UID = 0x08;

    /**
     * Identifies the card on a channel.
     *
     * @param atr its ATR
     * @param channel the way to it
     * @param reader the commands of its reader
     * @return what it is
     * @throws NfcException if the ATR is malformed or the card is gone
     */
    public static CardIdentification of(Bytes atr, ApduChannel channel, StorageCard reader) throws NfcException {
        Atr decoded = Atr.parse(atr);
        Optional<Bytes> uid = uid(reader);
        Optional<StorageCardAtr> storage = decoded.storageCard();
        if (storage.isPresent()) {
            ChipIdentification chip = ChipIdentification.of(channel, reader.dialect());
            String name =
                    chip.version().flatMap(CardVersion::product).orElseGet(() -> storageType(storage.get(), chip));
            return new CardIdentification(name, decoded, uid, Optional.empty(), chip.anticollision(), chip.version());
        }
        Optional<Bytes> ats = uid.isPresent() ? reader.ats() : Optional.empty();
        Optional<CardVersion> version = uid.isPresent() ? version(channel) : Optional.empty();
        String type = version.flatMap(CardVersion::product).orElseGet(() -> byHistoricalBytes(decoded, uid));
        return new CardIdentification(type, decoded, uid, ats, Optional.empty(), version);
    }

    /** The name in the ATR; where it says nothing, what answers with this ATQA and SAK, or with this SAK. */
    private static String storageType(StorageCardAtr card, ChipIdentification chip) {
        boolean named = !card.cardNameText().equals("none")
                && !card.cardNameText().equals("unknown")
                && card.sak().isEmpty();
        if (named) {
            return card.cardNameText();
        }
        List<String> types = chip.anticollision()
                .map(Anticollision::types)
                .orElseGet(() -> card.sak().map(Anticollision::typesOf).orElse(List.of()));
        String sak = card.sak().map(value -> "SAK " + Hex.ofByte(value)).orElse(card.standardName());
        return types.isEmpty() ? "storage card, " + sak : String.join(" or ", types);
    }

    private static String byHistoricalBytes(Atr atr, Optional<Bytes> uid) {
        String digits = atr.historical().toHex();
        Optional<String> known = NameTable.read("historical-bytes.txt").stream()
                .filter(row -> digits.startsWith(row.key()))
                .map(NameTable.Row::name)
                .findFirst();
        return known.orElse(uid.isPresent() ? "ISO/IEC 14443-4 card" : "contact card");
    }

    /** A contact reader has none to tell. */
    private static Optional<Bytes> uid(StorageCard reader) throws NfcException {
        try {
            return Optional.of(reader.uid());
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Any other status than more frames, or an answer of another length, means a card that has no version. */
    private static Optional<CardVersion> version(ApduChannel channel) throws NfcException {
        Bytes joined = Bytes.EMPTY;
        int ins = 0x60;
        for (int frame = 1; frame <= FRAMES; frame++) {
            CommandApdu command = CommandApdu.of(0x90, ins, 0, 0).withNe(CommandApdu.MAX_SHORT_NE);
            ResponseApdu response = channel.transmit(command);
            if (response.sw().value() != (frame == FRAMES ? DONE : MORE)) {
                return Optional.empty();
            }
            joined = joined.plus(response.data());
            ins = 0xAF;
        }
        try {
            return Optional.of(CardVersion.parse(joined));
        } catch (NfcException otherLength) {
            return Optional.empty();
        }
    }

    /**
     * Whether the UID is drawn anew at every activation: 4 bytes, the first 08; ISO/IEC 14443-3 section 6.5.4.
     *
     * @return true if so
     */
    public boolean randomUid() {
        return uid.filter(bytes -> bytes.length() == 4 && bytes.get(0) == RANDOM_UID)
                .isPresent();
    }

    /**
     * Further names, from the ATR lists that are installed.
     *
     * @param lists the lists
     * @return texts about cards with this ATR
     */
    public List<String> listed(List<SmartcardList> lists) {
        return SmartcardList.find(lists, atr.bytes());
    }
}
