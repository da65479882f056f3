package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/**
 * A response APDU of ISO/IEC 7816-4: data, then the status word.
 *
 * @param data answer data, possibly empty
 * @param sw the status word
 */
public record ResponseApdu(Bytes data, StatusWord sw) {

    /**
     * Reads an encoded response.
     *
     * @param bytes at least 2 bytes
     * @return the response
     * @throws NfcException if there is no status word
     */
    public static ResponseApdu parse(Bytes bytes) throws NfcException {
        if (bytes.length() < 2) {
            throw NfcException.protocol("an answer of " + bytes.length() + " bytes has no status word");
        }
        int end = bytes.length() - 2;
        return new ResponseApdu(bytes.slice(0, end), new StatusWord(bytes.get(end) << 8 | bytes.get(end + 1)));
    }

    /**
     * Whether the status word is 9000.
     *
     * @return true if so
     */
    public boolean isOk() {
        return sw.equals(StatusWord.OK);
    }

    /**
     * The response as it was received.
     *
     * @return data and status word
     */
    public Bytes bytes() {
        return data.plus(Bytes.bigEndian(sw.value(), 2));
    }
}
