package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher and the archive it has made, with the program that this build has packed. */
@ExtendWith(PcscDaemon.class)
class LauncherIT {

    private static final String[] COMMAND = {"explain", "sw", "6982"};

    private static final String[] JSON = {"--json", "explain", "sw", "6982"};

    /** A dump with a directory and NDEF. */
    private static final String[] SHOW = {
        "classic", "show", Program.sample("made-ndef-uri-1k.mfd").toString()
    };

    /** A capture of a USB reader with a Classic card. */
    private static final String[] DECODE = {
        "trace", "decode", Program.sample("ccid/acr122u-classic.pcap").toString()
    };

    /** This Java needs 10 ms for the first lambda; the caches of later ones hold them ready. */
    private static final int COSTLY_LAMBDAS = 17;

    private static final Map<String, String> NOW = Map.of("TAGSMITH_ARCHIVE", "now");

    @TempDir
    private Path folder;

    private Program.Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return Launched.start(folder, environment, arguments).ended();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().matches(".*[.](jsa|aot|aot[.](text|file))"))
                    .sorted()
                    .toList();
        }
    }

    /** The Java of this build, and the others of this system with ahead-of-time caches. */
    static List<Path> javas() throws IOException {
        List<Path> javas = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> homes = Files.list(installed)) {
                homes.filter(home -> version(home) >= 24).forEach(javas::add);
            }
        }
        return javas;
    }

    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noJava) {
            return 0;
        }
    }

    /** The classes that a command loads, each with its source. */
    private List<String> loaded(Map<String, String> java, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.txt");
        Map<String, String> logged = new HashMap<>(java);
        logged.put("TAGSMITH_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        assertGood(run(logged, command));
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: ")).toList();
        }
    }

    /** Those that came from a jar or were generated: what an archive does not hold. */
    private static List<String> notArchived(List<String> loaded) {
        return loaded.stream()
                .filter(line -> !line.contains("source: shared objects file"))
                .toList();
    }

    private static List<String> lambdas(List<String> loaded) {
        return loaded.stream().filter(line -> line.contains("$$Lambda")).toList();
    }

    private void makeArchive(Map<String, String> java) throws IOException, InterruptedException {
        Map<String, String> now = new HashMap<>(NOW);
        now.putAll(java);
        assertGood(run(now, COMMAND));
    }

    private static void assertGood(Program.Run run) {
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        assertNotEquals("", run.out());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void oneStartMakesTheArchiveAndTheNextUsesIt(Path home) throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", home.toString());
        assertGood(run(Map.of("TAGSMITH_ARCHIVE", "no"), COMMAND));
        assertTrue(Files.notExists(folder.resolve("cache")), "no archive was asked for");
        makeArchive(java);
        assertEquals(version(home) >= 24 ? 3 : 1, archives().size());
        for (String[] command : List.of(COMMAND, JSON, SHOW, DECODE)) {
            List<String> loaded = loaded(java, command);
            assertEquals(List.of(), notArchived(loaded), "a start without work for the class loaders");
            if (version(home) == COSTLY_LAMBDAS) {
                assertEquals(List.of(), lambdas(loaded), "a start without the first lambda");
            }
        }
        for (Path archive : archives()) {
            Files.writeString(archive, "not an archive any more");
        }
        assertGood(run(java, COMMAND));
        assertNotEquals(List.of(), notArchived(loaded(java, COMMAND)), "a damaged archive is not used");
    }

    /** Java itself generates a form for its first lambda and some for its logger; the equality of one record takes more than a dozen. */
    @ParameterizedTest
    @MethodSource("javas")
    void anAuthenticationLoadsNothingOutsideTheArchive(Path home) throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", home.toString());
        makeArchive(java);
        String card = "-r virtual:desfire-ev3@" + folder.resolve("card.desfire") + " desfire ";
        for (String line : List.of(
                "app create 123456 --keys 1 --algorithm aes --auth 0:default",
                "app list --auth 0:default",
                "file create 1 --type std --size 32 --comm full --rights 0,0,0,0 --app 123456 --auth 0:default",
                "file list --app 123456 --auth 0:default")) {
            List<String> fromElsewhere = notArchived(loaded(java, (card + line).split(" ", -1)));
            List<String> ours = fromElsewhere.stream()
                    .filter(loaded -> !loaded.contains("] java.lang.invoke.LambdaForm$"))
                    .filter(loaded -> !loaded.contains("] jdk.internal.event."))
                    .toList();
            assertEquals(List.of(), ours, line);
            assertTrue(fromElsewhere.size() < 12, () -> line + "\n" + String.join("\n", fromElsewhere));
        }
    }

    @Test
    void firstStartsAtTheSameTimeMakeOneArchive() throws Exception {
        List<Launched> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(Launched.start(folder, NOW, COMMAND));
        }
        for (Launched start : starts) {
            assertGood(start.ended());
        }
        List<Path> expected = new ArrayList<>(archives());
        expected.add(Path.of(archives().get(0) + ".jni"));
        try (Stream<Path> files = Files.list(expected.get(0).getParent())) {
            assertEquals(
                    expected.stream().sorted().toList(),
                    files.sorted().toList(),
                    "nothing is left of those that did not make it");
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Map<String, String> environment = new HashMap<>(NOW);
        environment.put("XDG_CACHE_HOME", file.resolve("below").toString());
        assertGood(run(environment, COMMAND));
    }

    @Test
    void theExitStatusOfTheProgramIsThatOfTheLauncher() throws Exception {
        Program.Run run = run(Map.of("TAGSMITH_ARCHIVE", "no"), "explain", "sw", "nonsense");
        assertEquals(2, run.exit(), run::err);
    }

    /** With JAVA_HOME leading nowhere, an answer that took Java would fail. */
    @Test
    void helpNeedsNoJava() throws Exception {
        for (String line : List.of("--help", "classic dump --help", "desfire -h")) {
            Program.Run run = run(Map.of("JAVA_HOME", folder.toString()), line.split(" ", -1));
            assertEquals(new Program().runLine(line).out(), run.out());
            assertEquals(0, run.exit(), run::err);
        }
        assertEquals(
                70,
                run(Map.of("JAVA_HOME", folder.toString()), "clasic", "--help").exit(),
                "no page, so Java is asked");
    }

    @Test
    void theVersionIsThatOfTheProgram() throws Exception {
        List<String> program = new Program().run("--version").out().lines().toList();
        List<String> launcher = run(Map.of(), "--version").out().lines().toList();
        assertEquals(program.get(1), launcher.get(1), "Java");
        assertEquals(program.size(), launcher.size());
        assertTrue(Files.notExists(folder.resolve("cache")), "no archive is made for that");
    }

    /** The launcher has jnr-ffi generate no code, as no other test does. */
    @Test
    void theRealServiceIsReached() throws Exception {
        ClassicPicc card = new ClassicPicc(ClassicImage.delivered(ClassicType.K1, Bytes.fromHex("01020304")));
        try (VpcdCard offered = VpcdCard.present(card, PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(offered);
            Program.Run run = run(NOW, "-r", "Virtual PCD 00 00", "--wait", "20", "apdu", "FFCA000000=9000");
            assertEquals(0, run.exit(), run::err);
            assertTrue(run.out().contains("01020304"), run::out);
        }
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        Program.Run run = run(Map.of("JAVA_HOME", folder.toString()), COMMAND);
        assertEquals(70, run.exit());
        assertEquals(
                "tagsmith: there is no Java in JAVA_HOME, " + folder + "; set it to one of 17 or newer\n", run.err());
    }
}
