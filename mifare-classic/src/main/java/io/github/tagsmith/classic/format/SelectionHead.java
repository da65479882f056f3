package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UID, ATQA and SAK for a file that must have them: as known; else what a card of this size has, which is said.
 *
 * @param uid the UID
 * @param atqa ATQA, most significant byte first
 * @param sak SAK
 * @param losses what had to be made up, a sentence each
 */
record SelectionHead(Bytes uid, int atqa, int sak, List<String> losses) {

    private static final int SHORT_UID = 4;

    SelectionHead {
        losses = List.copyOf(losses);
    }

    static SelectionHead of(Dump dump) {
        CardFacts facts = CardFacts.of(dump);
        List<String> losses = new ArrayList<>();
        Bytes uid = known(facts.uid(), "UID", dump.blocks().get(0).bytes().slice(0, SHORT_UID), losses);
        int atqa = Integer.parseInt(
                known(
                        facts.atqa().map(SelectionHead::word),
                        "ATQA",
                        word(dump.type().atqa(uid.length())),
                        losses),
                16);
        int sak = Integer.parseInt(
                known(
                        facts.sak().map(Hex::ofByte),
                        "SAK",
                        Hex.ofByte(dump.type().sak()),
                        losses),
                16);
        return new SelectionHead(uid, atqa, sak, losses);
    }

    private static String word(int atqa) {
        return Hex.ofShort(atqa);
    }

    private static <T> T known(Optional<T> value, String name, T otherwise, List<String> losses) {
        if (value.isEmpty()) {
            losses.add("the " + name + " is not known, and the file must have one: written as " + otherwise);
        }
        return value.orElse(otherwise);
    }
}
