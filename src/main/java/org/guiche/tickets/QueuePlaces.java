package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import org.guiche.units.Priority;
import org.guiche.units.QueueOrder;

/** Counts where tickets stand in their queues, as far as anybody counts: it costs the same in a queue of any length. */
@Dependent
class QueuePlaces {

    private static final int FAR = TicketDetails.COUNTED_PLACES;

    /** Those that stand before it or are it; of these, what came to stand there after it came to its own place. */
    private static final String PLACE = """
            select count(*), count(*) filter (where q.placed > ?5 and q.rank < ?4 and q.rank = ?6),
                count(*) filter (where q.placed > ?5 and q.rank < ?4 and q.rank <> ?6),
                count(*) filter (where q.placed > ?5 and q.rank >= ?4)
            from (select t.priority_rank as rank, coalesce(t.placed_at, t.queued_at) as placed from tickets_ticket t""";

    @PersistenceContext
    EntityManager em;

    PlaceInQueue of(Ticket ticket, QueueOrder order) {
        var by = TicketQueries.order(order);
        var query = em.createNativeQuery(PLACE + TicketQueries.WAITING + "and (" + by + ") <= (" + place(order)
                        + ") order by " + by + " limit " + (FAR + 1) + ") q")
                .setParameter(1, ticket.sectorId)
                .setParameter(2, ticket.id)
                .setParameter(3, at(ticket.standing.queuedAt()))
                .setParameter(4, ticket.urgency.rank())
                .setParameter(5, at(ticket.standing.placedAt()))
                .setParameter(6, Priority.URGENT.rank());
        if (order == QueueOrder.DUE_FIRST) {
            var due = ticket.deadlines().resolutionDue();
            query.setParameter(7, due == null ? "infinity" : due.toString());
        }
        return read((Object[]) query.getSingleResult());
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Where a ticket stands in that order, as values: an index finds its place by them, not by a query within the query. */
    private static String place(QueueOrder order) {
        return switch (order) {
            case FIFO -> "?3, ?2";
            case PRIORITY_FIFO -> "cast(?4 as smallint), ?3, ?2";
            case DUE_FIRST -> "cast(?7 as timestamptz), ?3, ?2";
        };
    }

    private static PlaceInQueue read(Object[] row) {
        return number(row[0]) > FAR
                ? PlaceInQueue.far()
                : new PlaceInQueue(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
