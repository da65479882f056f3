package io.github.tagsmith.cli.completion;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code completion}. */
@Command(
        name = "completion",
        description = "Print what makes a shell complete commands, options, readers and files.",
        footer = {
            "%nExamples:",
            "  source <(tagsmith completion bash)",
            "  tagsmith completion zsh > ~/.zfunc/_tagsmith",
            "  tagsmith completion fish > ~/.config/fish/completions/tagsmith.fish"
        })
public final class CompletionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private @Nullable Shell shell;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        String name = shell == null ? "" : "tagsmith." + shell.program();
        try (InputStream script = CompletionCommand.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new NfcException(ErrorKind.FILE, "this build has no " + name);
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            Fields fields = new Fields("completion");
            text.lines().forEach(fields::line);
            context.output()
                    .show(fields.with("shell", Objects.requireNonNull(shell).program())
                            .with("script", text));
            return 0;
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, name + " cannot be read").withCause(e);
        }
    }
}
