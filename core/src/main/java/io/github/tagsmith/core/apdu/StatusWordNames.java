package io.github.tagsmith.core.apdu;

import java.util.Map;

/** Names of status words, ISO/IEC 7816-4 tables 5 and 6; a word that is not listed has the name of its SW1. */
final class StatusWordNames {

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(0x9000, "done"),
            Map.entry(0x6281, "part of the data may be corrupted"),
            Map.entry(0x6282, "end of file reached before Ne bytes"),
            Map.entry(0x6283, "selected file deactivated"),
            Map.entry(0x6300, "failed, no further information"),
            Map.entry(0x6400, "execution error, memory unchanged"),
            Map.entry(0x6581, "memory failure"),
            Map.entry(0x6700, "wrong length"),
            Map.entry(0x6881, "logical channel not supported"),
            Map.entry(0x6882, "secure messaging not supported"),
            Map.entry(0x6981, "command incompatible with file structure or card"),
            Map.entry(0x6982, "security status not satisfied: not authenticated, or not with the right key"),
            Map.entry(0x6983, "authentication method blocked, or key of another type"),
            Map.entry(0x6984, "reference data not usable"),
            Map.entry(0x6985, "conditions of use not satisfied"),
            Map.entry(0x6986, "command not allowed"),
            Map.entry(0x6987, "secure messaging objects missing"),
            Map.entry(
                    0x6988, "secure messaging objects incorrect; for a load key: this reader wants another key number"),
            Map.entry(0x6A80, "wrong data"),
            Map.entry(0x6A81, "function not supported"),
            Map.entry(0x6A82, "file, application or block not found"),
            Map.entry(0x6A83, "record not found"),
            Map.entry(0x6A84, "not enough memory"),
            Map.entry(0x6A86, "wrong P1 or P2"),
            Map.entry(0x6A88, "referenced data not found"),
            Map.entry(0x6B00, "wrong P1 or P2"),
            Map.entry(0x6D00, "instruction not supported"),
            Map.entry(0x6E00, "class not supported"),
            Map.entry(0x6F00, "no precise diagnosis"));

    private static final Map<Integer, String> FAMILIES = Map.ofEntries(
            Map.entry(0x61, "done, more bytes to fetch"),
            Map.entry(0x62, "warning, memory unchanged"),
            Map.entry(0x63, "warning, memory changed"),
            Map.entry(0x64, "execution error, memory unchanged"),
            Map.entry(0x65, "execution error, memory changed"),
            Map.entry(0x66, "security issue"),
            Map.entry(0x67, "wrong length"),
            Map.entry(0x68, "function in CLA not supported"),
            Map.entry(0x69, "command not allowed"),
            Map.entry(0x6A, "wrong P1, P2 or data"),
            Map.entry(0x6C, "wrong Le; SW2 is the right one"),
            Map.entry(0x91, "DESFire status"));

    private StatusWordNames() {}

    static String meaning(int value) {
        String word = WORDS.get(value);
        return word != null ? word : FAMILIES.getOrDefault(value >> 8, "not a status word of ISO 7816-4");
    }
}
