package io.github.tagsmith.cli.manual;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Completion for bash. It splits the line itself: to bash, a colon ends a word. */
final class BashCompletion {

    private static final String HEAD = """
            # Completion of tagsmith for bash; written when tagsmith was built.

            _tagsmith_readers() {
                tagsmith readers --quiet 2>/dev/null | sed -n 's/^[0-9]*: //p'
            }

            _tagsmith() {
                local line=${COMP_LINE:0:COMP_POINT} words=() path=tagsmith current= previous= word skip= i
                local commands= options= values= files= readers=
                read -ra words <<<"$line"
                if [[ $line != *[[:space:]] ]]; then
                    current=${words[-1]}
                    unset 'words[-1]'
                fi
                (( ${#words[@]} > 1 )) && previous=${words[-1]}
                for word in "${words[@]:1}"; do
                    if [[ -n $skip ]]; then skip=; continue; fi
                    case "$path $word" in
            """;

    private static final String TAIL = """
                esac
                COMPREPLY=()
                local IFS=$'\\n'
                if [[ $current == -* && -z $value ]]; then
                    COMPREPLY=($(compgen -W "${options// /$'\\n'}" -- "$current"))
                else
                    COMPREPLY=($(compgen -W "${values// /$'\\n'}"$'\\n'"${commands// /$'\\n'}" -- "$current"))
                    if [[ -n $files ]]; then
                        compopt -o filenames 2>/dev/null
                        COMPREPLY+=($(compgen -f -- "$current"))
                    fi
                    if [[ -n $readers ]]; then
                        while read -r word; do
                            [[ $word != "$current"* ]] || COMPREPLY+=("$(printf %q "$word")")
                        done < <(_tagsmith_readers)
                    fi
                fi
                # What stands before the last colon is another word to bash, and must not be given again.
                if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
                    local before=${current%"${current##*:}"}
                    for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$before"}; done
                fi
            }

            complete -F _tagsmith tagsmith ./tagsmith
            """;

    private BashCompletion() {}

    static String of(Page top) {
        StringBuilder script = new StringBuilder(HEAD);
        for (Page page : top.all()) {
            for (Page command : page.commands()) {
                script.append("            '" + command.path() + "') path='" + command.path() + "' ;;\n");
            }
        }
        String taking = Page.optionsWithValue(top).stream()
                .map(name -> "*' " + name + "'")
                .collect(Collectors.joining("|"));
        script.append("            " + taking + ") skip=1 ;;\n");
        script.append("        esac\n    done\n    local value=$skip\n    case \"$path\" in\n");
        for (Page page : top.all()) {
            script.append("        '" + page.path() + "')\n");
            script.append("            commands='" + names(page.commands()) + "'\n");
            script.append("            options='"
                    + page.options().stream()
                            .flatMap(option -> option.names().stream())
                            .collect(Collectors.joining(" "))
                    + "'\n");
            script.append(parameters(page));
            script.append("            ;;\n");
        }
        script.append("    esac\n    [[ -z $value ]] || { commands= values= files= readers=; }\n");
        script.append("    [[ -z $value ]] || case \"$path $previous\" in\n");
        options(top).forEach((pattern, action) -> script.append("        " + pattern + ") " + action + " ;;\n"));
        return script.append(TAIL).toString();
    }

    private static String names(List<Page> commands) {
        return commands.stream().map(Page::name).collect(Collectors.joining(" "));
    }

    private static String parameters(Page page) {
        StringBuilder script = new StringBuilder();
        for (Page.Argument parameter : page.parameters()) {
            String action = action(parameter.values());
            if (!action.isEmpty()) {
                script.append("            " + action + "\n");
            }
        }
        return script.toString();
    }

    private static Map<String, String> options(Page top) {
        Map<String, String> actions = new TreeMap<>();
        for (Page page : top.all()) {
            for (Page.Argument option : page.options()) {
                String action = action(option.values());
                if (option.label().isEmpty() || action.isEmpty()) {
                    continue;
                }
                for (String name : option.names()) {
                    actions.put((option.global() ? "*" : "'" + page.path() + "'") + "' " + name + "'", action);
                }
            }
        }
        return actions;
    }

    private static String action(Values values) {
        StringBuilder action = new StringBuilder();
        if (!values.words().isEmpty()) {
            action.append("values='" + String.join(" ", values.words()) + "' ");
        }
        if (values.files()) {
            action.append("files=1 ");
        }
        if (values.readers()) {
            action.append("readers=1 files= ");
        }
        return action.toString().strip();
    }
}
