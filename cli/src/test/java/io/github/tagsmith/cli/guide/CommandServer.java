package io.github.tagsmith.cli.guide;

import io.github.tagsmith.cli.Main;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A process in the folder of a page that runs one command line after the other: each as in a process of its own, but without the start of one.
 */
final class CommandServer {

    private CommandServer() {}

    /**
     * Answers requests on standard input until it ends.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        DataInputStream requests = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        while (true) {
            String[] words;
            try {
                words = new String[requests.readInt()];
            } catch (EOFException e) {
                return;
            }
            for (int i = 0; i < words.length; i++) {
                words[i] = requests.readUTF();
            }
            Map<String, String> environment = new HashMap<>();
            for (int left = requests.readInt(); left > 0; left--) {
                String name = requests.readUTF();
                environment.put(name, requests.readUTF());
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int status = run(new PrintStream(said, true, StandardCharsets.UTF_8), environment, words);
            answers.writeInt(status);
            answers.writeInt(said.size());
            said.writeTo(answers);
            answers.flush();
        }
    }

    private static int run(PrintStream out, Map<String, String> environment, String... words) {
        BufferedReader nothing = new BufferedReader(Reader.nullReader());
        return Main.run(new Terminal(nothing, out, out, false, environment), words);
    }
}
