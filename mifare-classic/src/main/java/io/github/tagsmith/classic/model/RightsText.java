package io.github.tagsmith.classic.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Joins rights into a sentence: what the same keys may do is said together. */
final class RightsText {

    private RightsText() {}

    static String sentence(Map<String, KeyHolders> rights) {
        Map<KeyHolders, List<String>> byHolders = new LinkedHashMap<>();
        rights.forEach((what, who) ->
                byHolders.computeIfAbsent(who, first -> new ArrayList<>()).add(what));
        return byHolders.entrySet().stream()
                .map(entry -> list(entry.getValue()) + " with " + entry.getKey().text())
                .collect(Collectors.joining("; "));
    }

    private static String list(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
