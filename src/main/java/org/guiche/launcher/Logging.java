package org.guiche.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Everything goes to the log files. Of warnings the terminal gets one line each, from when we are ready; until then the first
 * failure is kept, to be the reason of a start that fails.
 */
public final class Logging extends Handler {

    private static final Formatter FORMAT = new SimpleFormatter();

    private static volatile String reason = "";
    private static volatile boolean ready;

    /** Made by {@code java.util.logging}, as {@code logging.properties} says. */
    public Logging() {
        setLevel(Level.WARNING);
    }

    static void ready() {
        ready = true;
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
        if (!isLoggable(entry)) {
            return;
        }
        if (ready) {
            Console.warn(line(entry));
        } else if (reason.isEmpty() && entry.getThrown() != null) {
            reason = root(entry.getThrown());
        }
    }

    private static String line(LogRecord entry) {
        var thrown = entry.getThrown() == null ? "" : " " + entry.getThrown();
        return (entry.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + entry.getLevel() + " " + entry.getLoggerName()
                        + ": " + FORMAT.formatMessage(entry) + thrown)
                .replace('\n', ' ');
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
