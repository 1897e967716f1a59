package org.guiche.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The operator's terminal, in UTF-8 whatever the locale says (but a Windows console in its own code page). */
final class Console {

    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);

    private Console() {}

    static void say(String line) {
        OUT.println(line);
    }

    /** The same without an end of the line. */
    static void write(String text) {
        OUT.print(text);
        OUT.flush();
    }

    /** Whether somebody reads it as it comes. */
    @SuppressWarnings("SystemConsoleNull") // both are asked for: what there was before Java 22, and what there is since
    static boolean isTerminal() {
        var console = System.console();
        try {
            return console != null
                    && (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22 there was no console without a terminal
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    static void complain(String line) {
        ERR.println("Guichê: " + line);
    }

    static void warn(String line) {
        ERR.println(line);
    }

    /** What libraries print goes to that file: the terminal is for what the operator needs. */
    static void keepFrom(Path file) throws IOException {
        System.setOut(new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var console = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        var charset = windows ? Charset.forName(console) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
