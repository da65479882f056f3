package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.CardHolder;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.NamedAccess;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The directory of a card: read with the keys that are published for it, and written as a plan. */
final class MadCard {

    private final TargetCard card;
    private final Dump known;

    private MadCard(TargetCard card, Dump known) {
        this.card = card;
        this.known = known;
    }

    static MadCard read(TargetCard card, List<ClassicKey> keys, boolean remembering) throws NfcException {
        boolean second = card.type() == ClassicType.K2 || card.type() == ClassicType.K4;
        List<SectorNo> sectors = second ? List.of(new SectorNo(0), new SectorNo(16)) : List.of(new SectorNo(0));
        return new MadCard(card, card.read(sectors, keys, remembering));
    }

    Mad mad() throws NfcException {
        return known.mad()
                .orElseThrow(() -> new NfcException(ErrorKind.REFUSED, "the card has no application directory")
                        .withHint("`tagsmith classic mad add` makes one on a card in the state of delivery"));
    }

    /**
     * What the sectors of AID 0004 say of the card holder; empty if there are none, or no key opens them.
     */
    Optional<CardHolder> cardHolder(List<ClassicKey> keys, boolean remembering) throws NfcException {
        List<SectorNo> sectors = mad().entries().entrySet().stream()
                .filter(entry -> entry.getValue().equals(MadAid.CARD_HOLDER))
                .map(Map.Entry::getKey)
                .filter(sector -> sector.value() < card.type().sectorCount())
                .toList();
        if (sectors.isEmpty()) {
            return Optional.empty();
        }
        try {
            Dump read = card.read(sectors, keys, remembering);
            Bytes[] data = sectors.stream()
                    .flatMap(sector -> sector.dataBlocks().stream())
                    .map(block -> read.block(block).whole())
                    .takeWhile(Optional::isPresent)
                    .map(Optional::get)
                    .toArray(Bytes[]::new);
            return data.length == 0 ? Optional.empty() : Optional.of(CardHolder.decode(Bytes.concat(data)));
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.AUTHENTICATION_FAILED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** As it is, or an empty one. */
    Mad madOrEmpty() {
        return known.mad().orElseGet(() -> Mad.empty(card.type()));
    }

    void requireSector(SectorNo sector) throws NfcException {
        if (sector.value() >= card.type().sectorCount() || sector.value() == 0 || sector.value() == 16) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "sector " + sector + " is not listed in the directory");
        }
    }

    /** The directory's blocks, and trailers only where the card does not announce this directory yet. */
    WritePlan plan(Mad mad, Bytes keyB) {
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        mad.encode().forEach((block, bytes) -> wanted.put(block, BlockContent.of(bytes)));
        boolean announced = known.mad().isPresent();
        if (!announced) {
            for (SectorNo sector : mad.ownSectors()) {
                Bytes access = NamedAccess.MAD.bytes().plus(Bytes.of(mad.gpb()));
                wanted.put(
                        sector.trailer(),
                        BlockContent.of(SectorTrailer.of(ClassicKey.MAD, access, ClassicKey.of(keyB))));
            }
        }
        return new WritePlanner(card.uid(), known, announced ? PlanOptions.DATA : PlanOptions.TRAILERS)
                .stage(wanted)
                .plan();
    }
}
