package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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

    @Column(name = "first_response_paused_at")
    @Nullable
    private Instant firstResponsePausedAt;

    @Column(name = "resolution_due")
    @Nullable
    private Instant resolutionDue;

    @Column(name = "resolved_at")
    @Nullable
    private Instant resolvedAt;

    @Column(name = "resolution_paused_at")
    @Nullable
    private Instant resolutionPausedAt;

    protected TicketDeadlines() {}

    /** Nothing promised, nothing done. */
    static TicketDeadlines none() {
        return new TicketDeadlines();
    }

    private TicketDeadlines copy() {
        var copy = new TicketDeadlines();
        copy.firstResponseDue = firstResponseDue;
        copy.firstResponseAt = firstResponseAt;
        copy.firstResponsePausedAt = firstResponsePausedAt;
        copy.resolutionDue = resolutionDue;
        copy.resolutionPausedAt = resolutionPausedAt;
        copy.resolvedAt = resolvedAt;
        return copy;
    }

    /** The same as these clocks say. */
    TicketDeadlines reckoned(Optional<ServiceClock> firstResponse, Optional<ServiceClock> resolution) {
        var reckoned = copy();
        reckoned.firstResponseDue = firstResponse.map(ServiceClock::dueAt).orElse(null);
        reckoned.firstResponsePausedAt =
                firstResponse.map(ServiceClock::pausedAt).orElse(null);
        reckoned.resolutionDue = resolution.map(ServiceClock::dueAt).orElse(null);
        reckoned.resolutionPausedAt = resolution.map(ServiceClock::pausedAt).orElse(null);
        return reckoned;
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

    /** Whether that says the same. */
    boolean isAs(TicketDeadlines other) {
        return Objects.equals(firstResponseDue, other.firstResponseDue)
                && Objects.equals(firstResponsePausedAt, other.firstResponsePausedAt)
                && Objects.equals(resolutionDue, other.resolutionDue)
                && Objects.equals(resolutionPausedAt, other.resolutionPausedAt);
    }

    /** When it was solved. */
    Optional<Instant> solvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    /** When the first answer came. */
    Optional<Instant> answeredAt() {
        return Optional.ofNullable(firstResponseAt);
    }

    @Nullable
    Deadline firstResponse(Instant now) {
        return Deadline.of(firstResponseDue, firstResponseAt, firstResponsePausedAt, now);
    }

    @Nullable
    Deadline resolution(Instant now) {
        return Deadline.of(resolutionDue, resolvedAt, resolutionPausedAt, now);
    }

    @Nullable
    Instant firstResponseDue() {
        return firstResponseDue;
    }

    @Nullable
    Instant firstResponsePausedAt() {
        return firstResponsePausedAt;
    }

    @Nullable
    Instant resolutionDue() {
        return resolutionDue;
    }

    @Nullable
    Instant resolutionPausedAt() {
        return resolutionPausedAt;
    }
}
