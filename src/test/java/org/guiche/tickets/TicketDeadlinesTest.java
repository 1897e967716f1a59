package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.tickets.Deadline.State.MET;
import static org.guiche.tickets.Deadline.State.MISSED;
import static org.guiche.tickets.Deadline.State.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.WeeklyHours;
import org.guiche.units.Priority;
import org.guiche.units.Target;
import org.junit.jupiter.api.Test;

/** What is kept of a promise: the first answer, and the solution that lasts. */
class TicketDeadlinesTest {

    private static final Instant OPENED = Instant.parse("2026-11-23T12:00:00Z");
    private static final ServiceCalendar ALWAYS =
            new ServiceCalendar(ZoneId.of("America/Sao_Paulo"), WeeklyHours.always(), Holidays.none());

    private final TicketDeadlines deadlines =
            TicketDeadlines.none().promised(new Promise(Priority.HIGH, null, hours(1), hours(8)), ALWAYS, OPENED);

    @Test
    void bothAreCountedFromTheOpening() {
        assertThat(deadlines.firstResponse(after(0))).isEqualTo(new Deadline(after(1), RUNNING, null));
        assertThat(deadlines.resolution(after(9))).isEqualTo(new Deadline(after(8), MISSED, null));
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        var answered = deadlines.answered(after(1)).answered(after(5));

        assertThat(answered.firstResponse(after(9))).isEqualTo(new Deadline(after(1), MET, after(1)));
    }

    @Test
    void aSolutionCountsFromWhenItLasted() {
        var closed = deadlines.solved(true, after(2)).solved(true, after(9));
        var again = closed.solved(false, after(10)).solved(true, after(11));

        assertThat(closed.resolution(after(12))).isEqualTo(new Deadline(after(8), MET, after(2)));
        assertThat(again.resolution(after(12))).isEqualTo(new Deadline(after(8), MISSED, after(11)));
    }

    @Test
    void anotherPromiseForgetsNoAnswer() {
        var promised = deadlines
                .answered(after(1))
                .promised(new Promise(Priority.LOW, null, null, hours(80)), ALWAYS, OPENED)
                .promised(new Promise(Priority.HIGH, null, hours(1), null), ALWAYS, OPENED);

        assertThat(promised.firstResponse(after(9))).isEqualTo(new Deadline(after(1), MET, after(1)));
        assertThat(promised.resolution(after(9))).isNull();
    }

    private static Target hours(int hours) {
        return new Target(Amount.hours(hours), ClockKind.RUNNING);
    }

    private static Instant after(int hours) {
        return OPENED.plus(Duration.ofHours(hours));
    }
}
