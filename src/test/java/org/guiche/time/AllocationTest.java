package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deadline a year away leaves as little to the collector as one of a month, for it is counted without looking at minutes. */
class AllocationTest {

    private static final Instant START = Instant.parse("2026-01-05T13:20:00Z");
    private static final int TIMES = 100;

    /** What the change of a zone's offset and the change of the year may cost: a few small objects, not one a day. */
    private static final long SLACK = 512;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ServiceCalendar calendar = new ServiceCalendar(
            ZoneId.of("America/Sao_Paulo"), WeeklyHours.weekdays("09:00-12:00", "13:30-18:00"), Holidays.national());

    @ParameterizedTest
    @EnumSource
    void aYearAllocatesNoMoreThanAMonth(ClockKind kind) {
        var year = allocated(kind, 365);
        var month = allocated(kind, 30);

        assertThat(year).as("bytes").isLessThanOrEqualTo(month + SLACK);
        assertThat(year).as("bytes").isLessThan(4_096);
    }

    private long allocated(ClockKind kind, int days) {
        var end = START.plus(Duration.ofDays(days));
        var counted = calendar.elapsed(START, end, kind, List.of());
        var amount =
                kind == ClockKind.BUSINESS_DAYS ? Amount.days(counted.toDays()) : Amount.minutes(counted.toMinutes());
        var least = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            var before = thread.getCurrentThreadAllocatedBytes();
            calendar.due(START, amount, kind, List.of());
            calendar.elapsed(START, end, kind, List.of());
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
