package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;

/** The answer to {@code FF CA}, PC/SC part 3 section 3.2.2.1.3: 6Cxx with the right length if Le is too small. */
final class GetData {

    static final int INS = 0xCA;
    static final int UID = 0x00;
    static final int ATS = 0x01;

    private GetData() {}

    static ResponseApdu answer(CommandApdu command, Bytes data) {
        if (command.ne() != 0 && command.ne() < data.length()) {
            return new ResponseApdu(Bytes.EMPTY, new StatusWord(0x6C00 | data.length()));
        }
        return new ResponseApdu(data, StatusWord.OK);
    }
}
