package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The keys that a command tries on a card, beside the well-known ones. */
final class KeyOptions {

    @Option(
            names = {"-k", "--keys"},
            paramLabel = "KEYFILE",
            description = "Keys to try, 12 hex digits a line, # for comments.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "A key to try: hex, default, @FILE, env:NAME, or - to be asked.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--no-memory", description = "Neither use nor keep what is known of this card's keys.")
    private boolean forgetful;

    KeyOptions() {}

    boolean remembering() {
        return !forgetful;
    }

    List<ClassicKey> search(CommandContext context) throws NfcException {
        return new ClassicKeys(context.terminal()).search(keys, files);
    }
}
