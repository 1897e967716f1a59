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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guiche.tickets.TicketAssigned;
import org.guiche.tickets.TicketReminder;
import org.guiche.tickets.TicketReplied;
import org.guiche.tickets.TicketSolved;
import org.guiche.tickets.Tickets;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

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
    Tickets tickets;

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
                .ifPresent(id -> tell(List.of(id), ticketId, kind, null));
    }

    private void tellRequester(long ticketId, NotificationKind kind) {
        tell(List.of(tickets.parties(ticketId).requesterId()), ticketId, kind, null);
    }

    /** Tells each of these people once, however many rows of theirs there are. */
    void tell(Collection<Long> people, long ticketId, NotificationKind kind, @Nullable ServiceMetric metric) {
        if (people.isEmpty()) {
            return;
        }
        em.createNativeQuery("""
                        insert into channels_notification (person_id, ticket_id, kind, detail, at)
                        select p, ?2, ?3, ?4, ?5 from unnest(cast(?1 as bigint[])) p
                        on conflict (person_id, ticket_id, kind, detail) where read_at is null do update set at = excluded.at""")
                .setFlushMode(FlushModeType.COMMIT) // it looks at nothing that this transaction writes
                .setParameter(1, people.stream().distinct().map(String::valueOf).collect(joining(",", "{", "}")))
                .setParameter(2, ticketId)
                .setParameter(3, kind.name())
                .setParameter(4, metric == null ? "" : metric.name())
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
