package io.github.tagsmith.cli.manual;

import java.util.ArrayList;
import java.util.List;

/** Completion for fish, with descriptions. */
final class FishCompletion {

    private static final String HEAD = """
            # Completion of tagsmith for fish; written when tagsmith was built.

            function __tagsmith_readers
                tagsmith readers --quiet 2>/dev/null | string replace -rf '^[0-9]*: ' ''
            end

            function __tagsmith_at
                set -l at tagsmith
                set -l skip
                for word in (commandline -opc)[2..-1]
                    if test -n "$skip"
                        set skip
                        continue
                    end
                    switch "$at $word"
            """;

    private FishCompletion() {}

    static String of(Page top) {
        StringBuilder script = new StringBuilder(HEAD);
        List<String> paths = new ArrayList<>();
        top.all().stream().skip(1).forEach(page -> paths.add(quoted(page.path())));
        List<String> taking = Page.optionsWithValue(top).stream()
                .map(name -> quoted("* " + name))
                .toList();
        script.append("            case " + String.join(" ", paths) + "\n                set at \"$at $word\"\n");
        script.append("            case " + String.join(" ", taking) + "\n                set skip 1\n");
        script.append("        end\n    end\n    test \"$at\" = \"$argv\"\nend\n\ncomplete -c tagsmith -f\n");
        for (Page.Argument option : top.options()) {
            if (option.global()) {
                script.append(option("", option));
            }
        }
        for (Page page : top.all()) {
            String here = " -n " + quoted("__tagsmith_at " + page.path());
            for (Page command : page.commands()) {
                script.append("complete -c tagsmith" + here + " -a " + command.name() + " -d "
                        + quoted(command.description()) + "\n");
            }
            for (Page.Argument option : page.options()) {
                if (!option.global()) {
                    script.append(option(here, option));
                }
            }
            for (Page.Argument parameter : page.parameters()) {
                String offered = offered(parameter.values());
                if (!offered.isEmpty() || parameter.values().files()) {
                    script.append(
                            "complete -c tagsmith" + here + (parameter.values().files() ? " -F" : "") + offered + "\n");
                }
            }
        }
        return script.toString();
    }

    private static String option(String here, Page.Argument option) {
        StringBuilder line = new StringBuilder("complete -c tagsmith" + here);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (!option.label().isEmpty()) {
            line.append(option.values().files() ? " -r -F" : " -x");
        }
        return line.append(offered(option.values()) + " -d " + quoted(option.description()) + "\n")
                .toString();
    }

    private static String offered(Values values) {
        String words = String.join(" ", values.words()) + (values.readers() ? " (__tagsmith_readers)" : "");
        return words.isEmpty() ? "" : " -a " + quoted(words);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
