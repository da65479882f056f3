package io.github.tagsmith.cli.manual;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completion for zsh, with descriptions. */
final class ZshCompletion {

    private static final String HEAD = """
            #compdef tagsmith
            # Completion of tagsmith for zsh; written when tagsmith was built.

            _tagsmith_readers() {
                local -a readers=(${(f)"$(tagsmith readers --quiet 2>/dev/null | sed -n 's/^[0-9]*: //p')"})
                (( $#readers )) && compadd -- $readers
            }

            _tagsmith() {
                local at=tagsmith previous=${words[CURRENT-1]} i
                local -a commands options
                for (( i = 2; i < CURRENT; i++ )); do
                    case "$at ${words[i]}" in
            """;

    private static final String CHOICE = """
                esac
                if [[ ${words[CURRENT]} == -* ]]; then
                    _describe -o option options
                    return
                fi
                (( $#commands )) && _describe command commands
                case "$at" in
            """;

    private static final String TAIL = """
                esac
            }

            if [[ ${funcstack[1]} == _tagsmith ]]; then
                _tagsmith "$@"
            else
                compdef _tagsmith tagsmith
            fi
            """;

    private ZshCompletion() {}

    static String of(Page top) {
        StringBuilder script = new StringBuilder(HEAD);
        for (Page page : top.all()) {
            for (Page command : page.commands()) {
                script.append("            ('" + command.path() + "') at='" + command.path() + "' ;;\n");
            }
        }
        script.append("            (*' '(" + String.join("|", Page.optionsWithValue(top)) + ")) (( i++ )) ;;\n");
        script.append("        esac\n    done\n    if (( i > CURRENT )); then\n        case \"$at $previous\" in\n");
        Map<String, String> actions = new TreeMap<>();
        for (Page page : top.all()) {
            for (Page.Argument option : page.options()) {
                for (String name : option.names()) {
                    actions.put(
                            "(" + (option.global() ? "*" : "'" + page.path() + "'") + "' " + name + "')",
                            action(option.values()));
                }
            }
        }
        actions.forEach((pattern, action) -> {
            if (!action.isEmpty()) {
                script.append("            " + pattern + " " + action + " ;;\n");
            }
        });
        script.append("        esac\n        return\n    fi\n    case \"$at\" in\n");
        top.all().forEach(page -> script.append(describe(page)));
        script.append(CHOICE);
        for (Page page : top.all()) {
            List<String> offered = page.parameters().stream()
                    .map(parameter -> action(parameter.values()))
                    .filter(action -> !action.isEmpty())
                    .distinct()
                    .toList();
            if (!offered.isEmpty()) {
                script.append("        ('" + page.path() + "') " + String.join("; ", offered) + " ;;\n");
            }
        }
        return script.append(TAIL).toString();
    }

    private static String describe(Page page) {
        StringBuilder entry = new StringBuilder("        ('" + page.path() + "')\n            commands=(");
        page.commands().forEach(command -> entry.append(" " + quoted(command.name() + ":" + command.description())));
        entry.append(" )\n            options=(");
        for (Page.Argument option : page.options()) {
            option.names().forEach(name -> entry.append(" " + quoted(name + ":" + option.description())));
        }
        return entry.append(" )\n            ;;\n").toString();
    }

    private static String action(Values values) {
        StringBuilder action = new StringBuilder();
        if (!values.words().isEmpty()) {
            action.append("compadd -- " + String.join(" ", values.words()) + "; ");
        }
        if (values.readers()) {
            action.append("_tagsmith_readers; ");
        }
        if (values.files()) {
            action.append("_files; ");
        }
        return action.length() == 0 ? "" : action.substring(0, action.length() - 2);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
