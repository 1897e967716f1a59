package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured of a ticket, once: how long it may take, since when, and what came of it. When it is due follows
 * from that, from the calendar and from the pauses, and can be reckoned again at any time.
 */
@Entity
@Table(name = "tickets_clock")
class ServiceClock {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_clock")
    @SequenceGenerator(name = "tickets_clock", sequenceName = "tickets_clock_seq", allocationSize = 50)
    private long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Enumerated(EnumType.STRING)
    private ServiceMetric metric;

    private String amount;

    @Enumerated(EnumType.STRING)
    private ClockKind kind;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "paused_at")
    @Nullable
    private Instant pausedAt;

    @Column(name = "stopped_at")
    @Nullable
    private Instant stoppedAt;

    @Column(name = "warned_at")
    @Nullable
    private Instant warnedAt;

    @Column(name = "missed_at")
    @Nullable
    private Instant missedAt;

    protected ServiceClock() {}

    static ServiceClock of(long ticketId, ServiceMetric metric, Target target, Instant from) {
        var begun = new ServiceClock();
        begun.ticketId = ticketId;
        begun.metric = metric;
        begun.startedAt = from;
        begun.promise(target);
        return begun;
    }

    /** Something else is promised; what has passed has passed. */
    final void promise(Target target) {
        amount = target.amount().toString();
        kind = target.clock();
    }

    /** Begins again with the whole of its time. */
    void restart(Instant now) {
        startedAt = now;
        warnedAt = null;
        missedAt = null;
    }

    /** What was promised came, or is not asked for any more. */
    void stop(Instant now) {
        stoppedAt = stoppedAt == null ? now : stoppedAt;
    }

    /** It did not come after all. */
    void goOn() {
        stoppedAt = null;
    }

    /** When it is due, as far as the pauses are known. */
    void reckon(ServiceCalendar calendar, PausedTime pauses) {
        dueAt = Term.of(target(), startedAt, calendar, pauses).due();
        pausedAt = pauses.since();
    }

    void warned(Instant now) {
        warnedAt = now;
    }

    void missed(Instant now) {
        missedAt = now;
    }

    /** Whether somebody must still be warned, or told that it is missed. */
    boolean isWatched() {
        return stoppedAt == null && pausedAt == null && missedAt == null;
    }

    boolean isWarned() {
        return warnedAt != null;
    }

    boolean isRunning() {
        return stoppedAt == null;
    }

    /** Whether pauses have moved its end, or it stands still. */
    boolean hasPaused(ServiceCalendar calendar) {
        return pausedAt != null
                || !dueAt.equals(Term.of(target(), startedAt, calendar, PausedTime.none())
                        .due());
    }

    /** How it stands at that moment. */
    Deadline deadline(Instant now) {
        return Deadline.at(dueAt, stoppedAt, pausedAt, now);
    }

    Term term() {
        return new Term(target(), startedAt, dueAt);
    }

    long id() {
        return id;
    }

    long ticketId() {
        return ticketId;
    }

    ServiceMetric metric() {
        return metric;
    }

    Target target() {
        return new Target(Amount.parse(amount), kind);
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant pausedAt() {
        return pausedAt;
    }

    @Nullable
    Instant missedAt() {
        return missedAt;
    }

    @Nullable
    Instant stoppedAt() {
        return stoppedAt;
    }
}
