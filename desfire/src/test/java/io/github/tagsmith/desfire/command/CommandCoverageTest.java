package io.github.tagsmith.desfire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.desfire.model.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every instruction has a command that sends it: section 8 of the protocol reference and part 1d of the map of the field. */
class CommandCoverageTest {

    private static final Path COMMANDS = Path.of(
            System.getProperty("tagsmith.root", ".."), "desfire/src/main/java/io/github/tagsmith/desfire/command");

    /** Handshakes are steps of the session, and frames belong to the channel. */
    private static final Set<Instruction> NO_COMMANDS = EnumSet.of(
            Instruction.AUTHENTICATE,
            Instruction.AUTHENTICATE_ISO,
            Instruction.AUTHENTICATE_AES,
            Instruction.AUTHENTICATE_EV2_FIRST,
            Instruction.AUTHENTICATE_EV2_NON_FIRST,
            Instruction.ADDITIONAL_FRAME);

    @Test
    void everyInstructionIsSent() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(COMMANDS)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sources.add(Files.readString(file));
            }
        }
        List<Instruction> unsent = Stream.of(Instruction.values())
                .filter(instruction -> !NO_COMMANDS.contains(instruction))
                .filter(instruction -> sources.stream().noneMatch(source -> names(source, instruction)))
                .toList();
        assertEquals(List.of(), unsent);
    }

    private static boolean names(String source, Instruction instruction) {
        return Pattern.compile("Instruction\\." + instruction.name() + "\\b")
                .matcher(source)
                .find();
    }
}
