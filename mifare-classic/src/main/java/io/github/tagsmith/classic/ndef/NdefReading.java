package io.github.tagsmith.classic.ndef;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadPart;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the NDEF message of a card, and no more of it than that takes: the directory with its public key, then the NFC sectors
 * in order until the message is whole.
 */
public final class NdefReading {

    private final ClassicSession session;
    private final ClassicType type;

    /**
     * A reading that is about to begin.
     *
     * @param card the card
     * @param type its size
     */
    public NdefReading(CardAccess card, ClassicType type) {
        this.session = card.newSession();
        this.type = type;
    }

    /**
     * Reads.
     *
     * @return the NFC sectors, and their bytes as far as they were read; empty if the directory names none, or there is no
     *     directory, or it does not open with its public key
     * @throws NfcException if the card is gone
     */
    public Optional<NdefArea> read() throws NfcException {
        Optional<Mad> mad = directory();
        if (mad.isEmpty()) {
            return Optional.empty();
        }
        List<SectorNo> sectors = mad.get().entries().entrySet().stream()
                .filter(entry -> entry.getValue().equals(MadAid.NDEF))
                .map(Map.Entry::getKey)
                .filter(sector -> sector.value() < type.sectorCount())
                .toList();
        return sectors.isEmpty() ? Optional.empty() : Optional.of(new NdefArea(sectors, message(sectors)));
    }

    private Optional<Mad> directory() throws NfcException {
        Optional<Bytes> trailer = block(new SectorNo(0).trailer(), ClassicKey.MAD);
        Optional<Integer> version =
                trailer.map(bytes -> bytes.get(SectorTrailer.GPB)).flatMap(Mad::version);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bytes> first = run(MadPart.MAD1_BLOCK, MadPart.MAD1_LENGTH);
        boolean hasSecond = version.get() == 2 && (type == ClassicType.K2 || type == ClassicType.K4);
        Optional<Bytes> second = hasSecond ? run(MadPart.MAD2_BLOCK, MadPart.MAD2_LENGTH) : Optional.empty();
        int gpb = trailer.get().get(SectorTrailer.GPB);
        return first.map(bytes -> Mad.decode(gpb, bytes, second));
    }

    private Optional<Bytes> run(int firstBlock, int length) throws NfcException {
        Bytes joined = Bytes.EMPTY;
        while (joined.length() < length) {
            BlockNo next = new BlockNo(firstBlock + joined.length() / ClassicType.BLOCK_LENGTH);
            Optional<Bytes> bytes = block(next, ClassicKey.MAD);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            joined = joined.plus(bytes.get());
        }
        return Optional.of(joined);
    }

    private Optional<Bytes> block(BlockNo block, ClassicKey key) throws NfcException {
        return session.authenticate(block, KeyType.A, key) ? session.read(block) : Optional.empty();
    }

    private Bytes message(List<SectorNo> sectors) throws NfcException {
        List<BlockNo> blocks = new ArrayList<>();
        sectors.forEach(sector -> blocks.addAll(sector.dataBlocks()));
        Bytes joined = Bytes.EMPTY;
        for (BlockNo block : blocks) {
            if (isWhole(TlvArea.parse(joined))) {
                break;
            }
            Optional<Bytes> bytes = block(block, ClassicKey.NDEF);
            if (bytes.isEmpty()) {
                break;
            }
            joined = joined.plus(bytes.get());
        }
        return joined;
    }

    private static boolean isWhole(TlvArea area) {
        return area.end() == TlvArea.End.TERMINATOR || area.tlvs().stream().anyMatch(tlv -> tlv.type() == Tlv.NDEF);
    }
}
