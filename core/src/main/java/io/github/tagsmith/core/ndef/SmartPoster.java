package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/**
 * A URI with titles and whatever else belongs to it, NFC Forum Smart Poster RTD 1.1: a message inside a record.
 *
 * @param message the records inside; {@link WellKnown#of} reads them
 */
public record SmartPoster(NdefMessage message) implements WellKnown {

    /** The type of such records. */
    public static final String TYPE = "Sp";

    static SmartPoster parse(Bytes payload) throws NfcException {
        return new SmartPoster(NdefMessage.parse(payload, "payload of a Smart Poster record"));
    }

    @Override
    public NdefRecord toRecord() {
        return NdefRecord.wellKnown(TYPE, message.encode());
    }
}
