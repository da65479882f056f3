package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;

/**
 * A software card in a slot: {@code KIND}, {@code KIND@FILE} or {@code FILE}, and {@code ,dialect=ID} behind it for the
 * firmware of a reader that is to be imitated.
 *
 * @param card the card, which is in the slot
 * @param slot the slot
 * @param readerName what the reader is called: a reader that imitates another one has that one's name, so that its dialect is
 *     found by the name
 */
public record VirtualSpec(SoftwareCard card, VirtualSlot slot, String readerName) {

    private static final String DIALECT = ",dialect=";

    /**
     * Puts the card that a specification names into a slot.
     *
     * @param spec as on the command line, without {@code virtual:}
     * @return card and slot
     * @throws NfcException if there is no such card or dialect
     */
    public static VirtualSpec open(String spec) throws NfcException {
        int comma = spec.lastIndexOf(DIALECT);
        String cardSpec = comma < 0 ? spec : spec.substring(0, comma);
        VirtualSlot slot = comma < 0 ? new VirtualSlot() : slot(spec.substring(comma + DIALECT.length()));
        SoftwareCard card = SoftwareCards.open(cardSpec);
        slot.present(card.picc());
        String name = ReaderSource.VIRTUAL + cardSpec;
        return new VirtualSpec(card, slot, comma < 0 ? name : slot.readerName() + " (" + name + ")");
    }

    private static VirtualSlot slot(String firmware) throws NfcException {
        return VirtualSlot.of(firmware)
                .orElseThrow(() -> new NfcException(
                                ErrorKind.INVALID_REQUEST, "no virtual reader imitates \"" + firmware + "\"")
                        .withHint("Dialects: " + String.join(", ", VirtualSlot.firmwares())));
    }
}
