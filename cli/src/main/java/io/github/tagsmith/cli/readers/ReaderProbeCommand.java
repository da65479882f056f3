package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code reader probe}: sends forms of the read-only commands and of load key and shows the answers. The card is not written
 * to. The reader's stored keys are overwritten only if that is asked for.
 */
@Command(
        name = "probe",
        description = {
            "Try which forms of the commands this reader answers, with key FFFFFFFFFFFF.",
            "Nothing is written to the card."
        },
        footer = {"%nExample:", "  tagsmith -r virtual:classic-1k,dialect=identiv reader probe"})
public final class ReaderProbeCommand implements Callable<Integer> {

    private static final String THREE_BLOCKS = "read three blocks";
    private static final String SECTOR = "read sector";
    private static final String KEY = " 06 FF FF FF FF FF FF";

    private final CommandContext context;

    @Option(
            names = "--stored-keys",
            description = "Also load into memory that keeps the key without power: overwrites key 0 in the reader.")
    private boolean storedKeys;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReaderProbeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (CardConnection connection = context.connect()) {
            String name = connection.card().readerName();
            List<Trial> trials = new ArrayList<>();
            for (Map.Entry<String, String> form : forms().entrySet()) {
                trials.add(trial(connection.channel(), form.getKey(), form.getValue()));
            }
            context.output().show(new ProbeReport(name, context.dialect(name).id(), trials));
            return 0;
        }
    }

    /** In an order in which each authentication finds the key that the load before it has left. */
    private Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("UID", "FF CA 00 00 00");
        forms.put("ATS", "FF CA 01 00 00");
        if (storedKeys) {
            forms.put("load key, stored, by slot", "FF 82 20 00" + KEY);
        }
        forms.put("load key, by type", "FF 82 00 60" + KEY);
        forms.put("authenticate, key by type", "FF 86 00 00 05 01 00 04 60 01");
        forms.put("load key, by slot", "FF 82 00 00" + KEY);
        forms.put("authenticate, old form", "FF 88 00 04 60 00");
        forms.put("authenticate, key by slot", "FF 86 00 00 05 01 00 04 60 00");
        forms.put("read one block", "FF B0 00 04 10");
        forms.put(THREE_BLOCKS, "FF B0 00 04 30");
        forms.put(SECTOR, "FF B1 00 01 00");
        forms.put("PN53x firmware version", "FF 00 00 00 02 D4 02");
        forms.put("transparent session, start", "FF C2 00 00 02 81 00");
        forms.put("transparent session, end", "FF C2 00 00 02 82 00");
        return forms;
    }

    private static Trial trial(ApduChannel channel, String name, String form) throws NfcException {
        Bytes command = Hex.parse(form);
        Bytes answer = channel.transmit(command);
        return new Trial(name, command, ResponseApdu.parse(answer));
    }

    /**
     * A form and its answer.
     *
     * @param name what it is for
     * @param command what was sent
     * @param response what came back
     */
    private record Trial(String name, Bytes command, ResponseApdu response) {

        /** A reader may give one block where three were asked for. */
        boolean works() {
            boolean three = name.equals(THREE_BLOCKS) || name.equals(SECTOR);
            return response.isOk() && (!three || response.data().length() == 3 * StorageCard.BLOCK_LENGTH);
        }
    }

    /**
     * All forms.
     *
     * @param reader the reader's name
     * @param dialect the dialect that would be taken
     * @param trials in order
     */
    private record ProbeReport(String reader, String dialect, List<Trial> trials) implements Report {

        @Override
        public Map<String, @Nullable Object> json() {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            for (Trial trial : trials) {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("form", trial.name());
                json.put("command", trial.command().toHex());
                json.put("works", trial.works());
                json.put("data", trial.response().data().toHex());
                json.put("sw", trial.response().sw().toString());
                all.add(json);
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "reader probe");
            json.put("reader", reader);
            json.put("dialect", dialect);
            json.put("forms", all);
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            line.accept(reader + ", taken for " + dialect);
            for (Trial trial : trials) {
                line.accept(String.format(
                        "%-4s %-28s %-4s %s",
                        trial.works() ? "yes" : "no",
                        trial.name(),
                        trial.response().sw(),
                        trial.command()));
            }
        }
    }
}
