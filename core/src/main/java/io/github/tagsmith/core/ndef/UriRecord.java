package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;

/**
 * A URI, NFC Forum URI RTD 1.0: the number of a prefix, then the rest in UTF-8.
 *
 * @param uri the whole URI, prefix included
 */
public record UriRecord(String uri) implements WellKnown {

    /** The type of such records. */
    public static final String TYPE = "U";

    static UriRecord parse(Bytes payload) throws NfcException {
        ByteCursor cursor = new ByteCursor(payload, "payload of a URI record");
        String prefix = UriPrefixes.prefix(cursor.take());
        return new UriRecord(prefix + cursor.takeRest().toText(StandardCharsets.UTF_8));
    }

    /** With the longest prefix that fits. */
    @Override
    public NdefRecord toRecord() {
        int number = UriPrefixes.longest(uri);
        String rest = uri.substring(UriPrefixes.prefix(number).length());
        return NdefRecord.wellKnown(TYPE, Bytes.of(number).plus(Bytes.of(rest.getBytes(StandardCharsets.UTF_8))));
    }
}
