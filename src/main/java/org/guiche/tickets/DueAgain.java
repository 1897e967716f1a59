package org.guiche.tickets;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down when tickets are due by now, and nothing else of them: their version stays, so that nobody's answer is refused because
 * a promise changed meanwhile.
 */
@Dependent
class DueAgain {

    @PersistenceContext
    EntityManager em;

    /** Of these, which nobody else holds; they are no longer followed for changes afterwards. */
    void write(Collection<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return;
        }
        tickets.forEach(em::detach);
        em.createNativeQuery("""
                        update tickets_ticket t set first_response_due = v.first_due, first_response_paused_at = v.first_paused,
                            resolution_due = v.due, resolution_paused_at = v.paused
                        from unnest(cast(?1 as bigint[]), cast(?2 as timestamptz[]), cast(?3 as timestamptz[]),
                            cast(?4 as timestamptz[]), cast(?5 as timestamptz[])) v (id, first_due, first_paused, due, paused)
                        where t.id = v.id""")
                .setParameter(1, array(tickets, ticket -> ticket.id))
                .setParameter(2, array(tickets, ticket -> ticket.deadlines().firstResponseDue()))
                .setParameter(3, array(tickets, ticket -> ticket.deadlines().firstResponsePausedAt()))
                .setParameter(4, array(tickets, ticket -> ticket.deadlines().resolutionDue()))
                .setParameter(5, array(tickets, ticket -> ticket.deadlines().resolutionPausedAt()))
                .executeUpdate();
    }

    private static String array(Collection<Ticket> tickets, Function<Ticket, @Nullable Object> column) {
        return tickets.stream().map(column).map(String::valueOf).collect(joining(",", "{", "}"));
    }
}
