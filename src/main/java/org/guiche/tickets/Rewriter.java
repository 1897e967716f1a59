package org.guiche.tickets;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what many tickets are due by now, a statement for all of them, where a statement for each takes three times as long. Of a
 * ticket nothing else is written: its version stays, so that nobody's answer is refused because a promise changed meanwhile.
 */
@Dependent
class Rewriter {

    @PersistenceContext
    EntityManager em;

    /**
     * When these tickets are due, which nobody else holds, what these clocks of theirs count to, all of them stored before, and new
     * timers of clocks. Tickets and clocks are no longer followed for changes.
     */
    void write(Collection<Ticket> tickets, Collection<ServiceClock> clocks, Collection<TicketTimer> timers) {
        tickets.forEach(em::detach);
        clocks.forEach(em::detach);
        deadlines(tickets);
        clocks(clocks);
        timers(timers);
    }

    private void deadlines(Collection<Ticket> tickets) {
        em.createNativeQuery("""
                        update tickets_ticket t set first_response_due = v.first_due, first_response_paused_at = v.first_paused,
                            resolution_due = v.due, resolution_paused_at = v.paused
                        from unnest(cast(?1 as bigint[]), cast(?2 as timestamptz[]), cast(?3 as timestamptz[]),
                            cast(?4 as timestamptz[]), cast(?5 as timestamptz[])) v (id, first_due, first_paused, due, paused)
                        where t.id = v.id
                            and (t.first_response_due, t.first_response_paused_at, t.resolution_due, t.resolution_paused_at)
                                is distinct from (v.first_due, v.first_paused, v.due, v.paused)""")
                .setParameter(1, array(tickets, ticket -> ticket.id))
                .setParameter(2, array(tickets, ticket -> ticket.deadlines().firstResponseDue()))
                .setParameter(3, array(tickets, ticket -> ticket.deadlines().firstResponsePausedAt()))
                .setParameter(4, array(tickets, ticket -> ticket.deadlines().resolutionDue()))
                .setParameter(5, array(tickets, ticket -> ticket.deadlines().resolutionPausedAt()))
                .executeUpdate();
    }

    private void clocks(Collection<ServiceClock> clocks) {
        em.createNativeQuery("""
                        update tickets_clock c set amount = v.amount, kind = v.kind, due_at = v.due, paused_at = v.paused,
                            stopped_at = v.stopped
                        from unnest(cast(?1 as bigint[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as timestamptz[]),
                            cast(?5 as timestamptz[]), cast(?6 as timestamptz[])) v (id, amount, kind, due, paused, stopped)
                        where c.id = v.id and (c.amount, c.kind, c.due_at, c.paused_at, c.stopped_at)
                            is distinct from (v.amount, v.kind, v.due, v.paused, v.stopped)""")
                .setParameter(1, array(clocks, ServiceClock::id))
                .setParameter(2, array(clocks, one -> one.target().amount()))
                .setParameter(3, array(clocks, one -> one.target().clock()))
                .setParameter(4, array(clocks, ServiceClock::dueAt))
                .setParameter(5, array(clocks, ServiceClock::pausedAt))
                .setParameter(6, array(clocks, ServiceClock::stoppedAt))
                .executeUpdate();
    }

    private void timers(Collection<TicketTimer> timers) {
        em.createNativeQuery("""
                        insert into tickets_timer (id, ticket_id, kind, clock_id, number, due_at, attempts)
                        select nextval('tickets_timer_seq'), v.ticket, v.kind, v.clock, 0, v.due, 0
                        from unnest(cast(?1 as bigint[]), cast(?2 as text[]), cast(?3 as bigint[]), cast(?4 as timestamptz[]))
                            v (ticket, kind, clock, due)""")
                .setParameter(1, array(timers, timer -> timer.ticketId))
                .setParameter(2, array(timers, timer -> timer.kind))
                .setParameter(3, array(timers, timer -> timer.clockId))
                .setParameter(4, array(timers, timer -> timer.dueAt))
                .executeUpdate();
    }

    private static <T> String array(Collection<T> all, Function<T, @Nullable Object> column) {
        return all.stream().map(column).map(String::valueOf).collect(joining(",", "{", "}"));
    }
}
