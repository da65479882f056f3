package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.tmac.TransactionInput;
import io.github.tagsmith.desfire.tmac.TransactionSession;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code desfire tmac verify}. */
@Command(
        name = "verify",
        description = {
            "Check the MAC of a transaction.",
            "Deciphers the reader identifier of the one before, too. Needs no card. A wrong",
            "MAC ends with status 5."
        },
        footer = {
            "%nExample:",
            "  tagsmith desfire tmac verify --key @tmac.txt --uid 04782E21801D80 \\",
            "      --counter 1 --mac 01B437AD820F20FA \\",
            "      --input 0C030A00000000000000000000000000",
            "%nCounter, MAC and input are what --tmac shows. What the MAC covers is stated by",
            "NXP's data sheet and library; no transaction of a card with a known key is",
            "public."
        })
public final class TmacVerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "The key of the transaction MAC file.")
    private String key = "";

    @Option(
            names = "--uid",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            required = true,
            description = "The card's UID, 7 bytes.")
    private Bytes uid = Bytes.EMPTY;

    @Option(
            names = "--counter",
            paramLabel = "N",
            required = true,
            description = "The transaction's counter: decimal or 0x.")
    private String counter = "";

    @Option(
            names = "--mac",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            required = true,
            description = "The MAC, 8 bytes.")
    private Bytes mac = Bytes.EMPTY;

    @Option(
            names = "--input",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            required = true,
            description = "What it covers: the transaction's commands.")
    private Bytes input = Bytes.EMPTY;

    @Option(
            names = "--enc-reader-id",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            description = "What CommitReaderID was answered with, 16 bytes.")
    @Nullable
    private Bytes enciphered;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TmacVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        DesfireKey owner = new DesfireKeys(context.terminal()).read(key).key(KeyAlgorithm.AES);
        TransactionSession session =
                Arguments.checked(() -> new TransactionSession(owner.value(), Words.unsigned(counter), uid));
        if (!session.verify(new TransactionInput(input), mac)) {
            throw new NfcException(ErrorKind.AUTHENTICATION_FAILED, "the MAC of the transaction is wrong")
                    .withHint("the commands were others, or key, UID or counter are");
        }
        Bytes answered = enciphered;
        Optional<Bytes> before = answered == null
                ? Optional.empty()
                : Optional.of(Arguments.checked(() -> session.previousReaderId(answered)));
        Fields fields = new Fields("desfire tmac verify")
                .with("genuine", true)
                .with("previousReaderId", before.map(Bytes::toHex).orElse(null))
                .line("genuine: the MAC of transaction " + counter + " is right");
        before.ifPresent(reader -> fields.line("reader of the transaction before: " + reader));
        context.output().show(fields);
        return ExitCode.OK.status();
    }
}
