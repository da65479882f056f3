package io.github.tagsmith.cli.explain;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.DesfireRights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Access rights of a DESFire file. */
final class RightsTopic implements ByteTopic {

    private static final int FREE = 0xE;
    private static final int NEVER = 0xF;

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return bytes.length() == 2 && !StatusWordTopic.isStatusWord(bytes);
    }

    @Override
    public Explanation explanation(Bytes bytes) throws NfcException {
        if (bytes.length() != 2) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "access rights have 2 bytes, as 1230 in the order in which they are sent; these are "
                            + bytes.length());
        }
        DesfireRights rights = DesfireRights.of(bytes);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("read", either(rights.read(), rights.readWrite()));
        details.put("write", either(rights.write(), rights.readWrite()));
        details.put("change", DesfireRights.words(rights.change()));
        details.put("--rights", rights.text());
        return new Explanation(
                "rights", bytes.toHex(), "access rights of a DESFire file", details, List.of(), remarks(rights));
    }

    /** Who may: whoever has the right itself, or read-write. */
    private static String either(int right, int readWrite) {
        if (right == FREE || readWrite == FREE) {
            return "free";
        }
        if (right == NEVER || right == readWrite) {
            return DesfireRights.words(readWrite);
        }
        return DesfireRights.words(right) + (readWrite == NEVER ? "" : " or " + DesfireRights.words(readWrite));
    }

    private static List<String> remarks(DesfireRights rights) {
        List<String> remarks = new ArrayList<>();
        if (rights.change() == FREE) {
            remarks.add("anybody can change these rights: name a key for change, unless that is meant");
        }
        if (rights.change() == NEVER) {
            remarks.add("nobody can ever change these rights again");
        }
        if (rights.read() == FREE || rights.write() == FREE || rights.readWrite() == FREE) {
            remarks.add("what is free travels plain, whatever the file's communication mode says");
        }
        return remarks;
    }
}
