package io.github.tagsmith.core.pcsc.nat;

import java.util.Set;

/** The functions that have an ANSI and a wide form on Windows. */
final class TextFunctions {

    static final Set<String> NAMES =
            Set.of("SCardListReaders", "SCardListReaderGroups", "SCardConnect", "SCardStatus", "SCardGetStatusChange");

    private TextFunctions() {}
}
