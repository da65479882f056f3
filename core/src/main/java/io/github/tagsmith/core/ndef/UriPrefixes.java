package io.github.tagsmith.core.ndef;

import java.util.List;

/** The abbreviations of the first payload byte, NFC Forum URI RTD 1.0 section 3.2.2; the index is the number. */
final class UriPrefixes {

    private static final List<String> PREFIXES = List.of(
            "",
            "http://www.",
            "https://www.",
            "http://",
            "https://",
            "tel:",
            "mailto:",
            "ftp://anonymous:anonymous@",
            "ftp://ftp.",
            "ftps://",
            "sftp://",
            "smb://",
            "nfs://",
            "ftp://",
            "dav://",
            "news:",
            "telnet://",
            "imap:",
            "rtsp://",
            "urn:",
            "pop:",
            "sip:",
            "sips:",
            "tftp:",
            "btspp://",
            "btl2cap://",
            "btgoep://",
            "tcpobex://",
            "irdaobex://",
            "file://",
            "urn:epc:id:",
            "urn:epc:tag:",
            "urn:epc:pat:",
            "urn:epc:raw:",
            "urn:epc:",
            "urn:nfc:");

    private UriPrefixes() {}

    /** The prefix with a number; a reserved number stands for none. */
    static String prefix(int number) {
        return number < PREFIXES.size() ? PREFIXES.get(number) : "";
    }

    /** The number of the longest prefix that a URI begins with. */
    static int longest(String uri) {
        int best = 0;
        for (int number = 1; number < PREFIXES.size(); number++) {
            String prefix = PREFIXES.get(number);
            if (uri.startsWith(prefix) && prefix.length() > PREFIXES.get(best).length()) {
                best = number;
            }
        }
        return best;
    }
}
