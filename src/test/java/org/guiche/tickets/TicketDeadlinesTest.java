package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.tickets.Deadline.State.MET;
import static org.guiche.tickets.Deadline.State.MISSED;
import static org.guiche.tickets.Deadline.State.PAUSED;
import static org.guiche.tickets.Deadline.State.RUNNING;
import static org.guiche.units.ServiceMetric.FIRST_RESPONSE;
import static org.guiche.units.ServiceMetric.RESOLUTION;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.WeeklyHours;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Target;
import org.junit.jupiter.api.Test;

/** What is kept of a promise: the first answer, and the solution that lasts. */
class TicketDeadlinesTest {

    private static final Instant OPENED = Instant.parse("2026-11-23T12:00:00Z");
    private static final ServiceCalendar ALWAYS =
            new ServiceCalendar(ZoneId.of("America/Sao_Paulo"), WeeklyHours.always(), Holidays.none());

    private final TicketDeadlines deadlines =
            TicketDeadlines.none().reckoned(clock(FIRST_RESPONSE, 1), clock(RESOLUTION, 8));

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
                .reckoned(Optional.empty(), clock(RESOLUTION, 80))
                .reckoned(clock(FIRST_RESPONSE, 1), Optional.empty());

        assertThat(promised.firstResponse(after(9))).isEqualTo(new Deadline(after(1), MET, after(1)));
        assertThat(promised.resolution(after(9))).isNull();
    }

    @Test
    void whileItsClockStandsStillNothingIsMissedThatWasInTime() {
        var paused = TicketDeadlines.none().reckoned(Optional.empty(), paused(RESOLUTION, 8, 2));
        var tooLate = TicketDeadlines.none().reckoned(Optional.empty(), paused(RESOLUTION, 8, 9));

        assertThat(paused.resolution(after(20))).isEqualTo(new Deadline(after(8), PAUSED, null));
        assertThat(tooLate.resolution(after(20))).isEqualTo(new Deadline(after(8), MISSED, null));
    }

    private static Optional<ServiceClock> clock(ServiceMetric metric, int hours) {
        return Optional.of(reckoned(metric, hours, PausedTime.none()));
    }

    private static Optional<ServiceClock> paused(ServiceMetric metric, int hours, int since) {
        return Optional.of(reckoned(metric, hours, new PausedTime(List.of(), after(since))));
    }

    private static ServiceClock reckoned(ServiceMetric metric, int hours, PausedTime pauses) {
        var measured = ServiceClock.of(48001, metric, new Target(Amount.hours(hours), ClockKind.RUNNING), OPENED);
        measured.reckon(ALWAYS, pauses);
        return measured;
    }

    private static Instant after(int hours) {
        return OPENED.plus(Duration.ofHours(hours));
    }
}
