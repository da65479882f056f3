package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.crypto1.OfflineKeyCheck;
import io.github.tagsmith.classic.crypto1.RecordedAuthentication;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code classic keys check --trace}: looks keys of recorded authentications up, without a card. */
final class TraceCheck {

    private static final int MAX_SIZE = 16 << 20;

    private final CommandContext context;
    private final Path file;

    TraceCheck(CommandContext context, Path file) {
        this.context = context;
        this.file = file;
    }

    int run(List<ClassicKey> keys) throws NfcException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Fields fields = new Fields("classic keys check");
        boolean all = true;
        int number = 0;
        for (String line : FileContent.read(file, MAX_SIZE)
                .toText(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            number++;
            String text = line.replaceAll("#.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            RecordedAuthentication recorded = recorded(text, number);
            Optional<String> key = OfflineKeyCheck.find(recorded, keys)
                    .map(found -> found.reveal().toHex());
            all &= key.isPresent();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("line", number);
            row.put("uid", recorded.uid().toHex());
            row.put("key", key.orElse(null));
            rows.add(row);
            fields.line("line " + number + "  UID " + recorded.uid().toHex() + "  key " + key.orElse("unknown"));
        }
        context.output().show(fields.with("authentications", rows).with("apdus", 0));
        return all ? ExitCode.OK.status() : ExitCode.AUTHENTICATION.status();
    }

    private RecordedAuthentication recorded(String line, int number) throws NfcException {
        String[] words = line.split("\\s+", -1);
        boolean nested = words.length == 5 && words[4].equals("nested");
        try {
            if (words.length == 4 || nested) {
                Bytes uid = Bytes.fromHex(words[0]);
                return new RecordedAuthentication(
                        uid.slice(Math.max(0, uid.length() - 4)),
                        Bytes.fromHex(words[1]),
                        nested,
                        Bytes.fromHex(words[2]),
                        Bytes.fromHex(words[3]));
            }
        } catch (IllegalArgumentException malformed) {
            throw malformed(number).withCause(malformed);
        }
        throw malformed(number);
    }

    private NfcException malformed(int number) {
        return NfcException.malformed(
                file + " line " + number + ": not UID NT NR AR in hex, with `nested` behind where NT is encrypted");
    }
}
