package org.guiche.channels;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guiche.tickets.TicketAssigned;
import org.guiche.tickets.TicketReminder;
import org.guiche.tickets.TicketReplied;
import org.guiche.tickets.TicketSolved;
import org.guiche.tickets.ToldTickets;

/**
 * Writes what people are told in the pages, in the transaction of what it tells: nothing that was rolled back, nothing twice. What
 * is told again before somebody looked moves up instead of being there a second time.
 */
@ApplicationScoped
class Notifier {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    ToldTickets tickets;

    void assigned(@Observes TicketAssigned event) {
        tellAssignee(event.ticketId(), NotificationKind.ASSIGNED);
    }

    void replied(@Observes TicketReplied event) {
        if (event.byStaff()) {
            tellRequester(event.ticketId(), NotificationKind.REPLIED);
        } else {
            tellAssignee(event.ticketId(), NotificationKind.ANSWERED);
        }
    }

    void solved(@Observes TicketSolved event) {
        tellAssignee(event.ticketId(), NotificationKind.SOLVED);
    }

    void reminded(@Observes TicketReminder event) {
        tellRequester(
                event.ticketId(), event.goesOnAt() == null ? NotificationKind.NOTICED : NotificationKind.REMINDED);
    }

    private void tellAssignee(long ticketId, NotificationKind kind) {
        Optional.ofNullable(tickets.parties(ticketId).assigneeId())
                .ifPresent(id -> tell(Set.of(new Told(id, ticketId, kind, ""))));
    }

    private void tellRequester(long ticketId, NotificationKind kind) {
        tell(Set.of(new Told(tickets.parties(ticketId).requesterId(), ticketId, kind, "")));
    }

    /**
     * What one person is told.
     *
     * @param detail which metric it is about; empty where it is about none
     */
    record Told(long personId, long ticketId, NotificationKind kind, String detail) {}

    /** Tells all of that in one statement, however much it is. */
    void tell(Set<Told> all) {
        if (all.isEmpty()) {
            return;
        }
        em.createNativeQuery("""
                        insert into channels_notification (person_id, ticket_id, kind, detail, at)
                        select n.*, ?5 from unnest(
                            cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as text[]), cast(?4 as text[])) n
                        on conflict (person_id, ticket_id, kind, detail) where read_at is null do update set at = excluded.at""")
                .setFlushMode(FlushModeType.COMMIT) // it looks at nothing that this transaction writes
                .setParameter(1, array(all, Told::personId))
                .setParameter(2, array(all, Told::ticketId))
                .setParameter(3, array(all, Told::kind))
                .setParameter(4, array(all, told -> '"' + told.detail() + '"'))
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static String array(Set<Told> all, Function<Told, Object> column) {
        return all.stream().map(column).map(String::valueOf).collect(joining(",", "{", "}"));
    }
}
