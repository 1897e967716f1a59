package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.AutoTransition;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Status;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Writes down what will happen to a ticket by itself, and takes it back when it must not. Whoever calls holds the ticket. */
@Dependent
class Timers {

    private static final Set<TimerKind> OF_A_STAY = EnumSet.of(TimerKind.STATUS, TimerKind.REMINDER, TimerKind.NOTICE);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** What the first status of a new ticket brings. */
    void begin(Ticket ticket, BusinessUnit unit) {
        set(ticket, unit, unit.status(ticket.status.id()));
    }

    /** What another status brings, instead of what the one before did. */
    void enter(Ticket ticket, BusinessUnit unit, Status status) {
        leave(ticket);
        set(ticket, unit, status);
    }

    /** What a status brought that the ticket comes back to: the time between does not count, and nothing is said again. */
    void resume(Ticket ticket, BusinessUnit unit, Status status, PausedTime between) {
        set(ticket, unit, status, between);
    }

    /** Nothing that the present status brought will happen. */
    void leave(Ticket ticket) {
        em.createQuery("delete from TicketTimer t where t.ticketId = :ticket and t.kind in :kinds")
                .setParameter("ticket", ticket.id)
                .setParameter("kinds", OF_A_STAY)
                .executeUpdate();
    }

    private void set(Ticket ticket, BusinessUnit unit, Status status) {
        set(ticket, unit, status, PausedTime.none());
    }

    private void set(Ticket ticket, BusinessUnit unit, Status status, PausedTime pauses) {
        var auto = status.rules().auto();
        if (auto != null) {
            goOn(ticket, unit.calendar(), auto, pauses);
        }
        var notice = status.rules().notice();
        if (notice != null) {
            notice(ticket, unit.calendar(), notice, ticket.status.since());
        }
    }

    private void goOn(Ticket ticket, ServiceCalendar calendar, AutoTransition auto, PausedTime pauses) {
        var stay = Term.of(auto.after(), ticket.status.since(), calendar, pauses);
        em.persist(TicketTimer.of(ticket.id, TimerKind.STATUS, 0, stay.due()));
        for (int i = 0; i < auto.reminders().size(); i++) {
            var at = stay.share(auto.reminders().get(i), calendar, pauses);
            if (pauses.over().isEmpty() || at.isAfter(clock.instant())) {
                em.persist(TicketTimer.of(ticket.id, TimerKind.REMINDER, i, at));
            }
        }
    }

    /** The next notice after that one, in the future: what was not said in time is said once. */
    void notice(Ticket ticket, ServiceCalendar calendar, Target every, Instant last) {
        var next = last;
        do {
            next = calendar.due(next, every.amount(), every.clock(), List.of());
        } while (!next.isAfter(clock.instant()));
        em.persist(TicketTimer.of(ticket.id, TimerKind.NOTICE, 0, next));
    }

    /** What the clocks bring. */
    void watch(BusinessUnit unit, List<ServiceClock> clocks, List<Stay> stays) {
        brought(unit, clocks, stays).forEach(em::persist);
    }

    /** The same, for whoever writes it down. */
    List<TicketTimer> brought(BusinessUnit unit, List<ServiceClock> clocks, List<Stay> stays) {
        return clocks.stream()
                .filter(ServiceClock::isWatched)
                .map(one -> brought(one, unit, PausedTime.of(stays, one.metric())))
                .toList();
    }

    /** What the clocks brought is not true any more. */
    void forget(List<ServiceClock> clocks) {
        if (clocks.isEmpty()) {
            return;
        }
        em.createQuery("delete from TicketTimer t where t.ticketId in :tickets and t.clockId in :clocks")
                .setParameter(
                        "tickets",
                        clocks.stream().map(ServiceClock::ticketId).distinct().toList())
                .setParameter("clocks", clocks.stream().map(ServiceClock::id).toList())
                .executeUpdate();
    }

    /** The warning is given; what is left is the deadline. */
    void watchEnd(ServiceClock one) {
        em.persist(TicketTimer.of(one, TimerKind.DEADLINE, one.dueAt()));
    }

    /** Whether that reminder comes too late: a later one is due already, or the step that it reminds of. */
    boolean isOvertaken(Ticket ticket, DueTimer timer) {
        return !em.createQuery("""
                        select 1 from TicketTimer t where t.ticketId = :ticket and t.dueAt <= :now
                        and (t.kind = org.guiche.tickets.TimerKind.STATUS
                            or (t.kind = org.guiche.tickets.TimerKind.REMINDER and t.number > :number))""", Integer.class)
                .setParameter("ticket", ticket.id)
                .setParameter("now", clock.instant())
                .setParameter("number", timer.number())
                .getResultList()
                .isEmpty();
    }

    /** When the ticket goes on by itself. */
    @Nullable
    Instant goesOnAt(Ticket ticket) {
        return em.createQuery(
                        "select t.dueAt from TicketTimer t where t.ticketId = :ticket and t.kind = org.guiche.tickets.TimerKind.STATUS",
                        Instant.class)
                .setParameter("ticket", ticket.id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private TicketTimer brought(ServiceClock one, BusinessUnit unit, PausedTime pauses) {
        if (!one.isWarned()) {
            var warning = one.term().share(unit.settings().warnAt(), unit.calendar(), pauses);
            if (warning.isBefore(one.dueAt()) && one.dueAt().isAfter(clock.instant())) {
                return TicketTimer.of(one, TimerKind.WARNING, warning);
            }
        }
        return TicketTimer.of(one, TimerKind.DEADLINE, one.dueAt());
    }
}
