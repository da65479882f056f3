package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.classic.keyfile.KeyFile;
import io.github.tagsmith.classic.keyfile.KeyFileFormat;
import io.github.tagsmith.classic.keyfile.KeyFileFormats;
import io.github.tagsmith.cli.classic.map.CardPage;
import io.github.tagsmith.cli.classic.map.SectorView;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.cli.input.DumpFiles.DumpFile;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic show}. */
@Command(
        name = "show",
        description = "Show a dump file: keys, access conditions, value blocks, directory, NDEF; or the keys of a key"
                + " file.",
        footer = {
            "%nExit status 6: a key file has lines that are no key; the others are shown.",
            "%nExamples:",
            "  tagsmith classic show card.mfd",
            "  tagsmith classic show card.nfc --html card.html"
        })
public final class ShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "A dump or key file in any known format; found by its content.")
    private Path file = Path.of("");

    @Option(names = "--html", paramLabel = "OUT", description = "Write a page for a browser instead.")
    @Nullable
    private Path html;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Bytes content = FileContent.read(file, KeyFileFormats.MAX_FILE_SIZE);
        Optional<KeyFileFormat> keys = KeyFileFormats.recognise(content);
        return keys.isPresent() ? showKeys(keys.get(), content) : showCard(content);
    }

    private int showKeys(KeyFileFormat format, Bytes content) throws NfcException {
        if (html != null) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, file + " is a key file: a page shows a card");
        }
        KeyFile keys = read(format, content);
        context.output().show(new KeyReport(file, format.id(), keys, context.style()));
        return (keys.badLines().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL).status();
    }

    private KeyFile read(KeyFileFormat format, Bytes content) throws NfcException {
        try {
            return format.read(content);
        } catch (NfcException e) {
            throw DumpFiles.named(file, e);
        }
    }

    private int showCard(Bytes content) throws NfcException {
        DumpFile opened = DumpFiles.open(file, content);
        ShowReport report = new ShowReport(file, opened, context.style());
        Path page = html;
        if (page == null) {
            context.output().show(report);
            return ExitCode.OK.status();
        }
        context.confirmation().toWrite(page);
        String title = String.valueOf(file.getFileName());
        CardPage card = new CardPage(
                title,
                report.format(),
                CardText.lines(opened.dump()),
                SectorView.all(opened.dump()),
                report.applications(),
                report.access());
        FileContent.write(page, TextFile.encode(card.html()));
        context.output().show(new WrittenReport("classic show", file, page, "html", true, List.of()));
        return ExitCode.OK.status();
    }
}
