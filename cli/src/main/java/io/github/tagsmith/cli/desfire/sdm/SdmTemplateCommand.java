package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.sdm.SdmCipher;
import io.github.tagsmith.desfire.sdm.SdmTemplate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire sdm template}. */
@Command(
        name = "template",
        description = {
            "The content of the NDEF file and the offsets for a link that the card fills in.",
            "  {picc}   UID and counter, enciphered       {enc:N}  N bytes, enciphered",
            "  {uid}    UID in clear                      {mac}    MAC",
            "  {ctr}    counter in clear                  {from}   the MAC covers what follows",
            "Needs no card."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire sdm template 'https://example.com/?p={picc}&m={mac}'",
            "  tagsmith desfire sdm template 'https://x.org/?u={uid}&c={ctr}&m={mac}' --json",
            "%nOn the card: write the content with `desfire file write`, then set the offsets",
            "with `desfire file settings NO --sdm-url TEMPLATE --sdm-rights META,FILE,COUNTER`."
        })
public final class SdmTemplateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "TEMPLATE", description = "The link.")
    private String template = "";

    @Option(
            names = "--cipher",
            paramLabel = "NAME",
            converter = SdmKeyOptions.CipherWord.class,
            description = "What the card is set to: aes or lrp (default: aes).")
    @Nullable
    private SdmCipher cipher;

    @Option(
            names = "--sdm-rights",
            paramLabel = "META,FILE,COUNTER",
            converter = SdmRights.Word.class,
            defaultValue = "0,0,never",
            description =
                    "The keys of {picc}, of {mac} and {enc:N}, and who may ask for the counter (default: 0,0,never).")
    private SdmRights rights = SdmRights.NONE;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public SdmTemplateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        SdmTemplate made;
        try {
            made = SdmTemplate.of(
                    template,
                    cipher == null ? SdmCipher.AES : cipher,
                    rights.metaRead(),
                    rights.fileRead(),
                    rights.counterRetrieval());
        } catch (IllegalArgumentException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(wrong.getMessage())).withCause(wrong);
        }
        SdmSettings settings = made.settings();
        Fields fields = new Fields("desfire sdm template")
                .with("file", made.file().toHex())
                .with("length", made.file().length())
                .with("sdm", SdmText.json(settings))
                .line("content  " + made.file().toHex());
        SdmText.lines(settings).forEach(line -> fields.line("sdm      " + line));
        context.output().show(fields);
        return ExitCode.OK.status();
    }
}
