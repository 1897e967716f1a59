package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.shared.SqlArray;

/** Which moves somebody may take back: the own ones, each as long as it is the last that happened to its ticket. */
@Dependent
class TriageUndo {

    private static final String LAST = """
            select distinct on (e.ticket_id) e.ticket_id, e.id from tickets_event e
            where e.ticket_id = any(cast(?1 as bigint[])) and e.type in ('SECTOR_CHANGED', 'ASSIGNED', 'TRIAGED')
            order by e.ticket_id, e.at desc, e.id desc""";

    @PersistenceContext
    EntityManager em;

    /** Those of the events that are moves of that person, by ticket. */
    Map<Long, HistoryEvent> movesOf(List<Long> events, Person person) {
        var moves = new HashMap<Long, HistoryEvent>();
        if (!events.isEmpty()) {
            em.createQuery("""
                            select e from HistoryEvent e where e.id in :ids and e.actorId = :person and e.toValue is not null
                            and e.type in (org.guiche.tickets.EventType.SECTOR_CHANGED, org.guiche.tickets.EventType.TRIAGED)""", HistoryEvent.class)
                    .setParameter("ids", events)
                    .setParameter("person", person.id())
                    .getResultList()
                    .forEach(move -> moves.put(move.ticketId, move));
        }
        return moves;
    }

    /** The last event of each of these tickets that says in whose hands it is. */
    Set<Long> last(Collection<Long> tickets) {
        List<?> rows =
                em.createNativeQuery(LAST).setParameter(1, SqlArray.of(tickets)).getResultList();
        return rows.stream()
                .map(row -> ((Number) ((Object[]) row)[1]).longValue())
                .collect(Collectors.toSet());
    }

    /** The key of the sector that the ticket was sorted from. */
    static String from(HistoryEvent move) {
        return String.valueOf(move.type == EventType.SECTOR_CHANGED ? move.fromValue : move.toValue);
    }
}
