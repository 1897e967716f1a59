package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** Reads and writes ratings: one of each ticket, one of each reply. */
@Dependent
class RatingTable {

    private static final String COLUMNS =
            "select r.message_id, r.score, array_to_string(r.liked, ','), r.comment, r.created_at ";

    /** Of the ticket itself, and of the replies in all that it tells. */
    private static final String TOLD = Ties.TOLD + COLUMNS + """
            from told join tickets_rating r on r.ticket_id = told.id where r.message_id is not null or r.ticket_id = ?1""";

    private static final String ONE = COLUMNS + """
            from tickets_rating r where r.ticket_id = ?1 and r.message_id is not distinct from cast(?2 as bigint)""";

    private static final String PUT = """
            insert into tickets_rating (ticket_id, message_id, person_id, score, liked, comment, created_at)
            values (?1, cast(?2 as bigint), ?3, ?4, cast(?5 as text[]), ?6, ?7)
            on conflict (%1$s_id) where message_id is %2$s null do update set person_id = excluded.person_id,
                score = excluded.score, liked = excluded.liked, comment = excluded.comment, created_at = excluded.created_at""";

    @PersistenceContext
    EntityManager em;

    /** What that person sees of the ratings of a ticket. */
    TicketRatings of(Ticket ticket, Person person) {
        var rates = TicketAccess.canRate(person, ticket);
        if (!rates && !person.isStaff()) {
            return TicketRatings.none();
        }
        GivenRating whole = null;
        var replies = new HashMap<Long, GivenRating>();
        for (var row :
                rows(em.createNativeQuery(TOLD).setParameter(1, ticket.id).getResultList())) {
            if (row[0] == null) {
                whole = rating(row);
            } else {
                replies.put(((Number) row[0]).longValue(), rating(row));
            }
        }
        return new TicketRatings(rates && ticket.status.mergedInto() == null, whole, replies);
    }

    /** What was given to a ticket, or to that message of it. */
    Optional<GivenRating> find(long ticketId, @Nullable Long messageId) {
        return rows(em.createNativeQuery(ONE)
                        .setParameter(1, ticketId)
                        .setParameter(2, messageId)
                        .getResultList())
                .stream()
                .map(RatingTable::rating)
                .findFirst();
    }

    /** Keeps it in the place of what was given before. */
    void put(Act act, @Nullable Long messageId, GivenRating rating) {
        em.createNativeQuery(messageId == null ? PUT.formatted("ticket", "") : PUT.formatted("message", "not"))
                .setParameter(1, act.ticket().id)
                .setParameter(2, messageId)
                .setParameter(3, act.person().id())
                .setParameter(4, rating.score())
                .setParameter(5, rating.liked().stream().map(Praise::name).collect(Collectors.joining(",", "{", "}")))
                .setParameter(6, rating.comment())
                .setParameter(7, rating.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static List<Object[]> rows(List<?> found) {
        return found.stream().map(Object[].class::cast).toList();
    }

    private static GivenRating rating(Object[] r) {
        var liked = Arrays.stream(((String) r[2]).split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(Praise::valueOf)
                .collect(Collectors.toSet());
        return new GivenRating(((Number) r[1]).intValue(), liked, (String) r[3], SummaryRows.at(r[4]));
    }
}
