package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that writes the first byte of a large file, as a node on another machine would. */
final class AnotherWriter {

    private static final int SENT_AWAY = 3;
    private static final int WROTE = 4;

    private AnotherWriter() {}

    /** Lets one try, and says whether somebody else was writing. */
    static boolean wasSentAway(Path folder, UUID id, String key) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.of(FolderStore.class, AnotherWriter.class)
                        .map(AnotherWriter::home)
                        .collect(Collectors.joining(File.pathSeparator)),
                AnotherWriter.class.getName(),
                folder.toString(),
                id.toString(),
                key);
        try {
            var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != SENT_AWAY && exit != WROTE) {
                throw new IllegalStateException("it ended with " + exit);
            }
            return exit == SENT_AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String home(Class<?> one) {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    public static void main(String[] arguments) throws IOException {
        var store = new FolderStore(Path.of(arguments[0]));
        var upload = new Store.Growing(UUID.fromString(arguments[1]), arguments[2], 0, 0);
        var piece = store.take(upload, List.of(), new ByteArrayInputStream("a".getBytes(US_ASCII)));
        System.exit(piece == null ? SENT_AWAY : WROTE);
    }
}
