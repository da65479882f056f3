package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.NamedAccess;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code classic acl encode}. */
@Command(
        name = "encode",
        description = {
            "Find access bits: by conditions (000 to 111), by rights, or by a name.",
            "Rights name the operation and the keys; what is not named nobody may.",
            "Data: r (read), w (write), i (increment), d (decrement). Trailer:",
            "a (write key A), c (write access bits), b (write key B), v (read key B)."
        },
        footer = {
            "%nExamples:",
            "  tagsmith classic acl encode --name mad",
            "  tagsmith classic acl encode --data 100 --trailer 011",
            "  tagsmith classic acl encode --data r=AB,w=B --trailer a=B,c=B,b=B"
        })
public final class AclEncodeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "transport, mad, nfc, nfc-read-only, value or key-b-only.")
    @Nullable
    private String name;

    @Option(
            names = "--data",
            paramLabel = "RIGHTS",
            description = "For all data blocks, or given three times for each.")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--trailer",
            paramLabel = "RIGHTS",
            defaultValue = "001",
            description = "For the trailer (default: 001).")
    private String trailer = "001";

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AclEncodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        context.output().show(AclText.describe("classic acl encode", bytes()));
        return ExitCode.OK.status();
    }

    private Bytes bytes() throws NfcException {
        if (name != null) {
            String wanted = name;
            return NamedAccess.ofId(wanted)
                    .orElseThrow(() -> new NfcException(
                            ErrorKind.INVALID_REQUEST, "there are no access bits called \"" + wanted + "\""))
                    .bytes();
        }
        return AclRights.encode(data, trailer);
    }
}
