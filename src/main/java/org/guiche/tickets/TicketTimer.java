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
import org.jspecify.annotations.Nullable;

/** Something that will happen to a ticket by itself. The row goes in the transaction in which it happens. */
@Entity
@Table(name = "tickets_timer")
class TicketTimer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_timer")
    @SequenceGenerator(name = "tickets_timer", sequenceName = "tickets_timer_seq", allocationSize = 50)
    private long id;

    @Column(name = "ticket_id")
    long ticketId;

    @Enumerated(EnumType.STRING)
    TimerKind kind;

    @Column(name = "clock_id")
    @Nullable
    Long clockId;

    int number;

    @Column(name = "due_at")
    Instant dueAt;

    private int attempts;

    @Column(name = "tried_at")
    @Nullable
    private Instant triedAt;

    @Column(name = "last_error")
    @Nullable
    private String lastError;

    protected TicketTimer() {}

    /** What a stay in a status brings; the number tells the reminders of one stay apart. */
    static TicketTimer of(long ticketId, TimerKind kind, int number, Instant due) {
        var timer = new TicketTimer();
        timer.ticketId = ticketId;
        timer.kind = kind;
        timer.number = number;
        timer.dueAt = due;
        return timer;
    }

    /** Whether it waits for an administrator. */
    boolean isGivenUp() {
        return attempts >= TimerPass.MOST_ATTEMPTS;
    }

    /** As if it had never failed. */
    void tryAgain() {
        attempts = 0;
        triedAt = null;
        lastError = null;
    }

    /** What a clock brings. */
    static TicketTimer of(ServiceClock measured, TimerKind kind, Instant due) {
        var timer = of(measured.ticketId(), kind, 0, due);
        timer.clockId = measured.id();
        return timer;
    }
}
