package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetFileCounters;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire file counters}. */
@Command(
        name = "counters",
        description = {
            "How often a file was read with secure dynamic messaging.",
            "NTAG 424 DNA, EV3. Its settings say with which key the counter is told."
        },
        footer = {"%nExample:", "  tagsmith desfire file counters 2 --auth 0:default"})
public final class FileCountersCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileCountersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            FileSettings settings = target.file(FileUse.ofCounter(file)).settings();
            Optional<SdmSettings> sdm = settings instanceof FileSettings.Data data ? data.sdm() : Optional.empty();
            if (sdm.isEmpty()) {
                throw new NfcException(
                                ErrorKind.REFUSED,
                                "file " + file + " of " + target.application().place()
                                        + " has no secure dynamic messaging, and so no counter")
                        .withHint("`desfire file settings " + file
                                + target.application().option() + "` shows and sets it");
            }
            int counter = target.channel().send(new GetFileCounters(file));
            context.output()
                    .show(target.fields("desfire file counters")
                            .with("file", file.value())
                            .with("sdmReadCounter", counter)
                            .with(
                                    "readCounterLimit",
                                    sdm.get().readCounterLimit().orElse(null))
                            .with("apdus", target.exchanges())
                            .line(Words.count(counter, "read")
                                    + sdm.get()
                                            .readCounterLimit()
                                            .map(limit -> " of at most " + limit)
                                            .orElse("")));
            return ExitCode.OK.status();
        });
    }
}
