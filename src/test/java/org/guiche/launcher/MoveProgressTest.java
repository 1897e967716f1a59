package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a move of attachments says how far it is. */
class MoveProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Map<String, Long> SOME = Map.of(
            "copied", 1_200L, "there", 34L, "missing", 1L, "bytes", 3L << 30, "all", 5_000L, "all.bytes", 10L << 30);

    private final StringBuilder said = new StringBuilder();

    @Test
    void onATerminalOneLineIsWrittenOverEveryTwoSeconds() {
        var progress = new MoveProgress(true, said::append);

        progress.at(NOON, SOME);
        progress.at(NOON.plusSeconds(1), Map.of());
        progress.at(NOON.plusSeconds(2), Map.of("copied", 2L, "bytes", 1L << 20));
        progress.end();

        var first = "1235 de 5000 anexos, 3,0 GB de 10,0 GB, 30%";
        var second = "2 anexos, 1,0 MB";
        assertThat(said)
                .hasToString("\r" + first + "\r" + second + " ".repeat(first.length() - second.length())
                        + System.lineSeparator());
    }

    @Test
    void inAFileThereIsALineAMinuteAndNoneWhereItTakesLess() {
        var progress = new MoveProgress(false, said::append);

        for (var second = 0; second < 150; second++) {
            progress.at(NOON.plusSeconds(second), SOME);
        }
        progress.end();

        assertThat(said.toString().lines()).hasSize(2).allMatch(line -> line.endsWith("30%"));
    }

    @Test
    void whatIsReadTwiceIsNeverMoreThanAll() {
        var progress = new MoveProgress(true, said::append);

        progress.at(NOON, Map.of("copied", 1L, "bytes", 20L, "all", 1L, "all.bytes", 10L));

        assertThat(said.toString()).endsWith(" 100%");
    }
}
