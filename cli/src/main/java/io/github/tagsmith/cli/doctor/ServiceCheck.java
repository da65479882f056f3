package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscCode;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Library, service, permissions and readers: what can be told by using them. */
final class ServiceCheck {

    private static final String SOCKET_OVERRIDE = "PCSCLITE_CSOCK_NAME";

    private static final String SOCKET = "/run/pcscd/pcscd.comm";

    private ServiceCheck() {}

    static List<Finding> run(Map<String, String> environment, Path root) {
        List<Finding> findings = new ArrayList<>();
        try {
            PcscLibrary library = PcscLibrary.load(environment);
            findings.add(Finding.ok(
                    "library",
                    library.name() + ", looked for as " + String.join(", ", PcscLibrary.names(environment))));
            service(library, environment, root, findings);
        } catch (NfcException e) {
            findings.add(Finding.problem("library", e.getMessage(), e.hint().orElse("")));
        }
        return findings;
    }

    private static void service(
            PcscLibrary library, Map<String, String> environment, Path root, List<Finding> findings) {
        try (PcscReaders readers = PcscReaders.open(library)) {
            findings.add(Finding.ok("service", "it answers"));
            List<Reader> all = readers.list();
            if (all.isEmpty()) {
                findings.add(Finding.problem(
                        "readers",
                        "the service has no reader",
                        "plug one in; if it is (lsusb), its driver is missing or a kernel module holds it, see below"));
            }
            for (Reader reader : all) {
                findings.add(reader(reader));
            }
        } catch (NfcException e) {
            findings.add(denied(e, environment, root));
        }
    }

    private static Finding denied(NfcException e, Map<String, String> environment, Path root) {
        Path named = Path.of("/").resolve(environment.getOrDefault(SOCKET_OVERRIDE, SOCKET));
        Path socket = root.resolve(Path.of("/").relativize(named));
        boolean refused = e.code().isPresent() && e.code().getAsLong() == PcscCode.W_SECURITY_VIOLATION.value();
        if (refused) {
            return Finding.problem(
                    "service",
                    e.getMessage(),
                    "polkit lets only users of a local session in: add a rule for org.debian.pcsc-lite.access_pcsc and"
                            + " access_card (over ssh, in containers and in services)");
        }
        if (Files.exists(socket) && !Files.isWritable(socket)) {
            return Finding.problem(
                    "service", "you may not write to " + socket, "ask for access, or look at its permissions: ls -l");
        }
        String where = Files.exists(socket) ? "" : "; there is no " + socket;
        return Finding.problem("service", e.getMessage() + where, e.hint().orElse(""));
    }

    private static Finding reader(Reader reader) {
        try {
            ReaderStatus status = reader.status();
            if (status.mute()) {
                return Finding.note(
                        "reader", reader.name() + ": its card does not answer", "turn it over, or move it closer");
            }
            if (status.exclusive()) {
                return Finding.note(
                        "reader", reader.name() + ": another program has its card alone", "end that program");
            }
            return status.cardPresent()
                    ? Finding.ok("reader", reader.name() + ": card with ATR " + status.atr())
                    : Finding.note("reader", reader.name() + ": no card", "put one on it");
        } catch (NfcException e) {
            return Finding.problem("reader", e.getMessage(), e.hint().orElse(""));
        }
    }
}
