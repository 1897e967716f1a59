package org.guiche.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says how far a move of attachments is: on a terminal on one line that is written over every two seconds, else on a line a minute. */
final class MoveProgress {

    private static final Duration ON_A_TERMINAL = Duration.ofSeconds(2);
    private static final Duration IN_A_FILE = Duration.ofMinutes(1);
    private static final double KILO = 1024;
    private static final long WHOLE = 100;
    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    private final boolean terminal;
    private final Consumer<String> out;
    private @Nullable Instant said;
    private int longest;
    private boolean ended;

    /**
     * Makes ready.
     *
     * @param out takes text as it is, without an end of a line
     */
    MoveProgress(boolean terminal, Consumer<String> out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** It is so far by now; says so if that was not said a moment ago. */
    synchronized void at(Instant now, Map<String, Long> count) {
        if (ended) {
            return;
        }
        if (said == null && !terminal) {
            said = now; // a minute without a line is said by none
        }
        if (said != null && now.isBefore(said.plus(terminal ? ON_A_TERMINAL : IN_A_FILE))) {
            return;
        }
        said = now;
        out.accept(terminal ? over(words(count)) : words(count) + System.lineSeparator());
    }

    /** Whatever comes next begins on a line of its own. */
    synchronized void end() {
        ended = true;
        if (longest > 0) {
            out.accept(System.lineSeparator());
        }
    }

    private String over(String line) {
        longest = Math.max(longest, line.length());
        return "\r" + line + " ".repeat(longest - line.length());
    }

    private static String words(Map<String, Long> count) {
        var files =
                number(count, "copied") + number(count, "there") + number(count, "missing") + number(count, "wrong");
        var bytes = number(count, "bytes");
        if (!count.containsKey("all")) {
            return Texts.of("launcher.move.progress.open", files, size(bytes));
        }
        var all = number(count, "all.bytes");
        var percent = all == 0 ? WHOLE : Math.min(WHOLE, bytes * WHOLE / all);
        return Texts.of("launcher.move.progress", files, number(count, "all"), size(bytes), size(all), percent);
    }

    private static long number(Map<String, Long> count, String word) {
        return count.getOrDefault(word, 0L);
    }

    private static String size(long bytes) {
        var megabytes = bytes / KILO / KILO;
        return megabytes < KILO
                ? String.format(BRAZIL, "%.1f MB", megabytes)
                : String.format(BRAZIL, "%,.1f GB", megabytes / KILO);
    }
}
