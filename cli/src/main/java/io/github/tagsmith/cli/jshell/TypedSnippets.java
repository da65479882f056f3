package io.github.tagsmith.cli.jshell;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Snippets that somebody types: the JDK's own tool, in this process, so that they reach the open card. It keeps no history. */
final class TypedSnippets {

    private TypedSnippets() {}

    static int run() throws NfcException {
        try {
            Path start = Files.createTempFile("tagsmith", ".jsh");
            try {
                Files.writeString(start, StartingSnippets.text());
                return JavaShellToolBuilder.builder()
                        .persistence(new HashMap<>())
                        .start(
                                "--execution",
                                "local",
                                "--class-path",
                                System.getProperty("java.class.path"),
                                "--startup",
                                start.toString());
            } finally {
                Files.deleteIfExists(start);
            }
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "what jshell begins with cannot be written: " + e.getMessage())
                    .withCause(e);
        } catch (Exception e) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "jshell does not start: " + e.getMessage()).withCause(e);
        }
    }
}
