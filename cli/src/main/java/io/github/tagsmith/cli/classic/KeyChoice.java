package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import picocli.CommandLine.Option;

/** The one key that opens a sector. */
final class KeyChoice {

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "The key: hex, default, @FILE, env:NAME, or - to be asked (default: FFFFFFFFFFFF).")
    private String key = "default";

    @Option(
            names = "--type",
            paramLabel = "A|B",
            defaultValue = "A",
            description = "Which of the sector's keys it is (default: A).")
    private KeyType type = KeyType.A;

    KeyChoice() {}

    ClassicKey key(CommandContext context) throws NfcException {
        return new ClassicKeys(context.terminal()).one(key);
    }

    KeyType type() {
        return type;
    }
}
