package io.github.tagsmith.core.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.testing.PrivatePcscd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Interleaved rounds of our client and a plain C one on the same virtual reader of a private pcscd, then of the same C client
 * with our card and with a C card in the reader. Run by {@code mvn -Pbench -pl core verify}; ratios are medians of the rounds'
 * ratios. Daemon, card and clients share one core, where taskset can pin them.
 */
@org.jspecify.annotations.NullUnmarked
class PcscBench {

    private static final int ROUNDS = Integer.getInteger("tagsmith.bench.rounds", 7);
    private static final int EXCHANGES = 4000;
    private static final String CORE = "1";
    private static final Path SOURCES = Path.of(System.getProperty("tagsmith.root", "."), "core/src/bench/c");
    private static final Path LOG = Path.of(System.getProperty("tagsmith.root", "."), "core/target/bench.txt");

    private Path folder;
    private int port;
    private PrivatePcscd daemon;

    /** Sorted times of one process, and what it said on standard error. */
    private record Run(List<Long> nanos, String remark) {

        double micros(double part) {
            return nanos.get((int) Math.min(nanos.size() - 1, Math.round(nanos.size() * part))) / 1000.0;
        }

        long over(Duration limit) {
            return nanos.stream().filter(nano -> nano > limit.toNanos()).count();
        }
    }

    @BeforeEach
    void startService() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "skipped: gcc is not installed");
        assumeTrue(Files.exists(Path.of("/usr/include/PCSC/winscard.h")), "skipped: libpcsclite-dev is not installed");
        folder = Files.createTempDirectory("tagsmith-bench");
        compile("client", "-I/usr/include/PCSC", "-lpcsclite");
        compile("card");
        port = PrivatePcscd.freePorts();
        daemon = PrivatePcscd.startWithVpcd(port);
        run(List.of("taskset", "-acp", CORE, String.valueOf(daemon.pid())));
    }

    @AfterEach
    void stopService() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
        if (folder != null) {
            for (String file : List.of("client", "card")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private void compile(String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "gcc",
                "-O2",
                "-o",
                folder.resolve(name).toString(),
                SOURCES.resolve(name + ".c").toString()));
        command.addAll(List.of(more));
        run(command);
    }

    private static Run run(List<String> command) throws Exception {
        Path out = Files.createTempFile("bench", ".out");
        Path err = Files.createTempFile("bench", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int status = process.waitFor();
        String remark = Files.readString(err).strip();
        assertEquals(0, status, command + ": " + remark);
        List<Long> nanos = Files.readAllLines(out).stream()
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .sorted()
                .toList();
        Files.delete(out);
        Files.delete(err);
        return new Run(nanos, remark);
    }

    private Run cClient(String size, int exchanges) throws Exception {
        Run run = run(pinned(folder.resolve("client").toString(), size, "500", String.valueOf(exchanges)));
        assertTrue(run.remark().startsWith("Private PCD"), () -> "another service answered: " + run.remark());
        return run;
    }

    private Run javaClient(String size) throws Exception {
        List<String> command = pinned(java(BenchClient.class));
        command.addAll(List.of(size, "12000", String.valueOf(EXCHANGES)));
        return run(command);
    }

    private static String[] java(Class<?> main) {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new String[] {java, "-cp", System.getProperty("java.class.path"), main.getName()};
    }

    private static List<String> pinned(String... command) {
        List<String> all = new ArrayList<>(List.of("taskset", "-c", CORE));
        all.addAll(List.of(command));
        return all;
    }

    private Process insert(String... command) throws Exception {
        List<String> all = pinned(command);
        all.add(String.valueOf(port));
        Process card = new ProcessBuilder(all).inheritIO().start();
        try (PcscReaders readers = daemon.readers()) {
            readers.list().get(0).waitForCard(Duration.ofSeconds(20));
        }
        return card;
    }

    private void remove(Process card) throws Exception {
        card.destroy();
        card.waitFor();
        try (PcscReaders readers = daemon.readers()) {
            while (readers.list().get(0).status().cardPresent()) {
                Thread.onSpinWait();
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String format, Object... values) throws IOException {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        String before = Files.exists(LOG) ? Files.readString(LOG) : "";
        Files.write(LOG, (before + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String range(List<Double> values) {
        return String.format(
                Locale.ROOT,
                "%.2f-%.2f",
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow());
    }

    @Test
    void clientAgainstC() throws Exception {
        Process card = insert(folder.resolve("card").toString());
        try {
            for (String size : List.of("2", "256")) {
                List<Double> ratios = new ArrayList<>();
                List<Double> tails = new ArrayList<>();
                List<Double> cTails = new ArrayList<>();
                List<Double> cMedians = new ArrayList<>();
                List<Double> medians = new ArrayList<>();
                double worst = 0;
                double cWorst = 0;
                String garbage = "";
                for (int i = 0; i < ROUNDS; i++) {
                    Run c = cClient(size, EXCHANGES);
                    Run ours = javaClient(size);
                    cMedians.add(c.micros(0.5));
                    medians.add(ours.micros(0.5));
                    ratios.add(ours.micros(0.5) / c.micros(0.5));
                    tails.add(ours.micros(0.99) / ours.micros(0.5));
                    cTails.add(c.micros(0.99) / c.micros(0.5));
                    worst = Math.max(worst, ours.micros(1));
                    cWorst = Math.max(cWorst, c.micros(1));
                    garbage = ours.remark();
                }
                say(
                        "client, %s-byte answer: ratio %.2f (%s); p99/median %.2f (%s), C %.2f (%s); worst us %.0f, C %.0f;"
                                + " median us %.1f, C %.1f; garbage %s B",
                        size,
                        median(ratios),
                        range(ratios),
                        median(tails),
                        range(tails),
                        median(cTails),
                        range(cTails),
                        worst,
                        cWorst,
                        median(medians),
                        median(cMedians),
                        garbage);
            }
        } finally {
            remove(card);
        }
    }

    @Test
    void cardAgainstC() throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Double> cMedians = new ArrayList<>();
        long stalls = 0;
        long all = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Process theirs = insert(folder.resolve("card").toString());
            Run c = cClient("2", EXCHANGES);
            remove(theirs);
            Process ours = insert(Stream.of(java(BenchCard.class)).toArray(String[]::new));
            cClient("2", 12000);
            Run mine = cClient("2", 10000);
            remove(ours);
            ratios.add(mine.micros(0.5) / c.micros(0.5));
            medians.add(mine.micros(0.5));
            cMedians.add(c.micros(0.5));
            stalls += mine.over(Duration.ofMillis(30));
            all += mine.nanos().size();
        }
        say(
                "card behind vpcd: ratio %.2f (%s); median us %.1f (C %.1f); over 30 ms: %d of %d",
                median(ratios), range(ratios), median(medians), median(cMedians), stalls, all);
    }
}
