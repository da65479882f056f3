package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Several strings in one: each ends with a zero character, the last is followed by another one. */
final class MultiString {

    private MultiString() {}

    /** The text of which a zero-terminated copy is the multi-string. */
    static String join(List<String> strings) {
        StringBuilder text = new StringBuilder();
        strings.forEach(string -> text.append(string).append('\0'));
        return text.toString();
    }

    static List<String> decode(Bytes bytes, Charset charset) {
        List<String> strings = new ArrayList<>();
        String text = bytes.toText(charset);
        int from = 0;
        for (int to = text.indexOf('\0'); to > from; to = text.indexOf('\0', from)) {
            strings.add(text.substring(from, to));
            from = to + 1;
        }
        return strings;
    }
}
