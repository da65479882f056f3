package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.originality.OriginalityReading;
import io.github.tagsmith.classic.originality.OriginalitySignature;
import io.github.tagsmith.classic.originality.Signer;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classic info}. */
@Command(
        name = "info",
        description = {"What a MIFARE Classic card is: size, UID, block 0, directory."},
        footer = {"%nExample:", "  tagsmith classic info -k my.keys"})
public final class ClassicInfoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--originality", description = "Read and check the signature of a MIFARE Classic EV1.")
    private boolean originality;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ClassicInfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context)) {
            Fields fields = new Fields("classic info")
                    .with("card", card.json())
                    .line(CardText.name(card.type().id()) + ", " + card.type().size() + " bytes, UID "
                            + card.uid().toHex());
            List<ClassicKey> tried = keys.search(context);
            try {
                block0(card.read(List.of(new SectorNo(0)), tried, keys.remembering()), card, fields);
            } catch (NfcException e) {
                if (e.kind() != ErrorKind.AUTHENTICATION_FAILED) {
                    throw e;
                }
                fields.with("block0", null).line("sector 0 does not open with the keys tried");
            }
            if (originality) {
                originality(card, fields);
            }
            context.output().show(fields.with("apdus", card.exchanges()));
            return ExitCode.OK.status();
        }
    }

    private static void block0(Dump dump, TargetCard card, Fields fields) {
        Optional<ManufacturerBlock> block0 = dump.manufacturerBlock();
        fields.with(
                "block0",
                block0.isEmpty() ? null : dump.block(new BlockNo(0)).bytes().toHex());
        block0.ifPresent(block -> {
            boolean same = block.uid().equals(Optional.of(card.uid()));
            fields.with("bccOk", block.bccOk())
                    .with("sak", Hex.ofByte(block.sak()))
                    .with("atqa", Hex.ofShort(block.atqa()))
                    .line(String.format("block 0: SAK %02X, ATQA %04X", block.sak(), block.atqa())
                            + (same ? "" : "; its UID is not the one the card answers with"));
        });
        fields.with("mad", dump.mad().map(Mad::version).orElse(null));
        dump.mad()
                .ifPresent(mad ->
                        fields.line("MAD" + mad.version() + ": " + mad.entries().size() + " sectors used"));
    }

    private static void originality(TargetCard card, Fields fields) throws NfcException {
        Optional<OriginalitySignature> signature = OriginalityReading.read(card.access());
        Optional<Signer> signer = signature.flatMap(read -> read.signer(card.uid()));
        fields.with(
                        "signature",
                        signature.map(read -> read.r().plus(read.s()).toHex()).orElse(null))
                .with("signer", signer.map(Signer::title).orElse(null))
                .line(
                        signature.isEmpty()
                                ? "no signature: no EV1, or this reader does not go past block 63"
                                : "signature: "
                                        + signer.map(known -> "by " + known.title())
                                                .orElse("by nobody that is known"));
    }
}
