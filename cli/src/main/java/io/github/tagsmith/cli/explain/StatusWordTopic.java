package io.github.tagsmith.cli.explain;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.StatusText;
import java.util.Map;

/** A status word. */
final class StatusWordTopic implements ByteTopic {

    @Override
    public String name() {
        return "sw";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return isStatusWord(bytes);
    }

    static boolean isStatusWord(Bytes bytes) {
        return bytes.length() == 2 && (bytes.get(0) >> 4 == 6 || bytes.get(0) >> 4 == 9 || bytes.isAll(0));
    }

    @Override
    public Explanation explanation(Bytes bytes) throws NfcException {
        if (bytes.length() != 2) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "a status word has 2 bytes, as 6982; these are " + bytes.length());
        }
        StatusWord sw = new StatusWord(bytes.get(0) << 8 | bytes.get(1));
        StatusText status = StatusText.of(sw);
        Map<String, Object> details = status.text().isEmpty() ? Map.of() : Map.of("says", status.text());
        return new Explanation("sw", sw.toString(), status.name(), details, status.causes(), status.remedies());
    }
}
