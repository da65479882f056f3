package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tagsmith.cli.manual.Manual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nothing of when and where it was built is in what this build has packed; packaging/check builds twice and compares. */
class ReproducibleBuildIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ROOT =
            Path.of(System.getProperty("tagsmith.root", "..")).toAbsolutePath().normalize();
    private static final Pattern STAMP = Pattern.compile("<project.build.outputTimestamp>(.*)</");

    private static final Pattern MODULE = Pattern.compile("(core|mifare-classic|desfire)-[0-9].*[.]jar");

    @TempDir
    private Path folder;

    private static Instant stamp() throws IOException {
        Matcher stamp = STAMP.matcher(Files.readString(ROOT.resolve("pom.xml")));
        return stamp.results()
                .map(found -> Instant.parse(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> jars() throws IOException {
        List<Path> jars =
                new ArrayList<>(List.of(TARGET.resolve("tagsmith-cli.jar"), TARGET.resolve("app/tagsmith.jar")));
        try (Stream<Path> files = Files.list(TARGET.resolve("libraries"))) {
            files.filter(file -> MODULE.matcher(file.getFileName().toString()).matches())
                    .forEach(jars::add);
        }
        return jars;
    }

    @Test
    void everyEntryOfAJarIsAsOldAsTheBuildSaysAndNamesNoPlace() throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(stamp(), ZoneOffset.UTC);
        assertEquals(5, jars().size());
        for (Path file : jars()) {
            try (JarFile jar = new JarFile(file.toFile())) {
                for (JarEntry entry : jar.stream().toList()) {
                    assertEquals(time, entry.getTimeLocal(), () -> file + " " + entry);
                    String content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertFalse(content.contains(ROOT.toString()), () -> file + " " + entry);
                }
            }
        }
    }

    @Test
    void whatIsWrittenAboutTheCommandsIsTheSameAgain() throws IOException {
        UnaryOperator<Path> again = part -> folder.resolve(TARGET.relativize(part));
        Path classes = TARGET.resolve("classes");
        Path help = TARGET.resolve("app/help");
        Path man = TARGET.resolve("app/man");
        Manual.main(new String[] {
            again.apply(classes).toString(),
            again.apply(help).toString(),
            again.apply(man).toString(),
            stamp().toString()
        });
        assertEquals(
                files(help).size() + files(man).size(),
                files(again.apply(help)).size() + files(again.apply(man)).size());
        for (Path file : files(folder)) {
            Path built = TARGET.resolve(folder.relativize(file));
            assertEquals(Files.readString(built), Files.readString(file), built::toString);
        }
    }

    private static List<Path> files(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
