package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.input.StateFolder;
import io.github.tagsmith.core.contactless.ReaderMemory;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.error.NfcException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How to speak to the readers of a command: what dialect each has, and what earlier commands have learned of it. */
final class KnownReaders {

    private static final String FILE = "readers";

    private final GlobalOptions options;
    private final Map<String, String> environment;
    private @Nullable ReaderMemory memory;

    KnownReaders(GlobalOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** As {@code --dialect} or TAGSMITH_DIALECT says, else by the reader's name. */
    Dialect dialect(String readerName) throws NfcException {
        String id = options.dialect != null ? options.dialect : environment.get("TAGSMITH_DIALECT");
        Dialects dialects = Dialects.load(environment);
        return id == null || id.isEmpty() ? dialects.ofReader(readerName) : dialects.required(id);
    }

    StorageCard storageCard(CardConnection connection) throws NfcException {
        String readerName = connection.card().readerName();
        Dialect dialect = dialect(readerName);
        return new StorageCard(connection.channel(), dialect, memory().of(readerName, dialect));
    }

    private ReaderMemory memory() {
        ReaderMemory known = memory;
        if (known == null) {
            known = ReaderMemory.recall(isReplay() ? "" : kept());
            memory = known;
        }
        return known;
    }

    /** Keeps what this command has learned; virtual readers and those of a record are none to know. */
    void keep() {
        if (memory == null || isReplay()) {
            return;
        }
        String text = memory.text()
                .lines()
                .filter(line -> !line.contains("virtual:"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        if (!text.equals(kept())) {
            new StateFolder(environment).write(FILE, text);
        }
    }

    private String kept() {
        return new StateFolder(environment).read(FILE).orElse("");
    }

    private boolean isReplay() {
        return options.readerSpec(environment)
                .filter(spec -> spec.startsWith(ReaderSource.REPLAY))
                .isPresent();
    }
}
