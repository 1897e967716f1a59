package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.guiche.time.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/** By when an answer and a solution were promised, and when they came. Whatever happens makes another one of these. */
@Embeddable
class TicketDeadlines {

    @Column(name = "first_response_due")
    @Nullable
    private Instant firstResponseDue;

    @Column(name = "first_response_at")
    @Nullable
    private Instant firstResponseAt;

    @Column(name = "resolution_due")
    @Nullable
    private Instant resolutionDue;

    @Column(name = "resolved_at")
    @Nullable
    private Instant resolvedAt;

    protected TicketDeadlines() {}

    /** Nothing promised, nothing done. */
    static TicketDeadlines none() {
        return new TicketDeadlines();
    }

    private TicketDeadlines copy() {
        var copy = new TicketDeadlines();
        copy.firstResponseDue = firstResponseDue;
        copy.firstResponseAt = firstResponseAt;
        copy.resolutionDue = resolutionDue;
        copy.resolvedAt = resolvedAt;
        return copy;
    }

    /** The same with other promises, counted from that moment. */
    TicketDeadlines promised(Promise promise, ServiceCalendar calendar, Instant from) {
        var promised = copy();
        promised.firstResponseDue = Promise.due(promise.firstResponse(), calendar, from);
        promised.resolutionDue = Promise.due(promise.resolution(), calendar, from);
        return promised;
    }

    /** Only the first answer counts. */
    TicketDeadlines answered(Instant now) {
        var answered = copy();
        answered.firstResponseAt = firstResponseAt == null ? now : firstResponseAt;
        return answered;
    }

    /** A solution counts from the first time that it was there without a break. */
    TicketDeadlines solved(boolean isSolved, Instant now) {
        var solved = copy();
        solved.resolvedAt = !isSolved ? null : resolvedAt == null ? now : resolvedAt;
        return solved;
    }

    @Nullable
    Deadline firstResponse(Instant now) {
        return Deadline.of(firstResponseDue, firstResponseAt, now);
    }

    @Nullable
    Deadline resolution(Instant now) {
        return Deadline.of(resolutionDue, resolvedAt, now);
    }

    @Nullable
    Instant resolutionDue() {
        return resolutionDue;
    }
}
