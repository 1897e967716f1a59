package org.guiche.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Everything goes to {@code log/guiche.log}, warnings to the terminal too; the first failure is kept, to be told. */
public final class Logging extends Handler {

    private static volatile String reason = "";

    /** Made by {@code java.util.logging}. */
    public Logging() {
        setLevel(Level.WARNING);
    }

    static Path configure(DataFolder folder) throws IOException {
        var file = folder.resolve("logging.properties");
        var pattern = folder.log().toString().replace('\\', '/').replace("%", "%%") + "/guiche-%g.log";
        Files.writeString(file, template().replace("@pattern@", pattern));
        return file;
    }

    /** The newest of the files. */
    static Path file(DataFolder folder) {
        return folder.log().resolve("guiche-0.log");
    }

    /** Why the application could not be deployed, in the words of what failed first. */
    static String reason() {
        return reason;
    }

    private static String template() throws IOException {
        try (InputStream template = Logging.class.getResourceAsStream("logging.properties")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (reason.isEmpty() && entry.getThrown() != null) {
            reason = root(entry.getThrown());
        }
    }

    private static String root(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
