package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of random clocks in random calendars, against a calendar that looks at every minute. A failure names its seed. */
class CountingTest {

    private static final int CASES = Integer.getInteger("guiche.test.cases", 250);
    private static final long SEED = Long.getLong("guiche.test.seed", 20_251_119);

    @ParameterizedTest
    @EnumSource
    void deadlinesAreThoseOfCountingMinuteByMinute(ClockKind kind) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var some = new RandomClock(new Random(seed), kind);
            var naive = kind == BUSINESS_DAYS
                    ? some.naive.dueInDays(some.start, some.amount.value(), some.pauses)
                    : some.naive.due(some.start, some.amount.duration().toMinutes(), kind, some.pauses);

            assertThat(some.calendar.due(some.start, some.amount, kind, some.pauses))
                    .as("seed %d: %s", seed, some)
                    .isEqualTo(naive);
        }
    }

    @ParameterizedTest
    @EnumSource
    void elapsedTimeIsThatOfCountingMinuteByMinute(ClockKind kind) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var random = new Random(seed);
            var some = new RandomClock(random, kind);
            var end = some.start.plus(Duration.ofMinutes(random.nextInt(12 * 24 * 60) - 60));
            var naive = kind == BUSINESS_DAYS
                    ? some.naive.daysCompleted(some.start, end, some.pauses)
                    : some.naive.elapsed(some.start, end, kind, some.pauses);

            assertThat(some.calendar.elapsed(some.start, end, kind, some.pauses))
                    .as("seed %d: %s to %s", seed, some, end)
                    .isEqualTo(naive);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlineIsTheFirstInstantAtWhichTheAmountHasPassed(ClockKind kind) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var random = new Random(seed);
            var some = new RandomClock(random, kind);
            var start = some.start.plusNanos(random.nextLong(60_000_000_000L));
            var due = some.calendar.due(start, some.amount, kind, some.pauses);

            assertThat(some.calendar.elapsed(start, due, kind, some.pauses))
                    .as("seed %d: %s", seed, some)
                    .isEqualTo(some.amount.duration());
            assertThat(some.calendar.elapsed(start, due.minusNanos(1), kind, some.pauses))
                    .as("seed %d: %s, just before", seed, some)
                    .isLessThan(some.amount.duration());
        }
    }

    @ParameterizedTest
    @EnumSource
    void explanationsAddUpToTheAmount(ClockKind kind) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var some = new RandomClock(new Random(seed), kind);
            if (!some.returnsToYesterday()) { // the ruler has one cell a date
                assertAddsUp(
                        some.calendar.explain(some.start, some.amount, kind, some.pauses),
                        "seed %d: %s".formatted(seed, some));
            }
        }
    }

    private static void assertAddsUp(Explanation explanation, String seed) {
        var counted =
                explanation.days().stream().filter(day -> !day.isSkipped()).toList();
        var last = counted.get(counted.size() - 1).counted();
        var total = explanation.kind() == BUSINESS_DAYS
                ? Duration.ofDays(counted.size())
                : counted.stream().map(Explanation.Day::countedTime).reduce(Duration.ZERO, Duration::plus);

        assertThat(total).as(seed).isEqualTo(explanation.amount().duration());
        assertThat(last.get(last.size() - 1).to()).as(seed).isEqualTo(explanation.due());
        assertThat(RulerWording.ruler(explanation)).as(seed).doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUSINESS_DAYS")
    void countingInTwoPartsIsCountingAtOnce(ClockKind kind) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var random = new Random(seed);
            var some = new RandomClock(random, kind);
            var between = some.start.plusSeconds(random.nextInt(2_000_000));
            var end = between.plusSeconds(random.nextInt(2_000_000));
            var parts = some.calendar
                    .elapsed(some.start, between, kind, some.pauses)
                    .plus(some.calendar.elapsed(between, end, kind, some.pauses));

            assertThat(some.calendar.elapsed(some.start, end, kind, some.pauses))
                    .as("seed %d: %s", seed, some)
                    .isEqualTo(parts);
        }
    }

    @Test
    void openAndNextOpeningAreThoseOfLookingAtEveryMinute() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var some = new RandomClock(new Random(seed), OPEN_HOURS);
            var open = some.naive.serves(some.start.atZone(some.calendar.zone()));
            var opening = some.start;
            while (!some.naive.serves(opening.atZone(some.calendar.zone()))) {
                opening = opening.plusSeconds(60);
            }

            assertThat(some.calendar.isOpen(some.start))
                    .as("seed %d: %s", seed, some)
                    .isEqualTo(open);
            assertThat(some.calendar.nextOpening(some.start))
                    .as("seed %d: %s", seed, some)
                    .isEqualTo(opening);
        }
    }
}
