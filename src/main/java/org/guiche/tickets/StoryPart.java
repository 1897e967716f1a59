package org.guiche.tickets;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * How much is read of what was said or done in a ticket, oldest first: what the person may read of it, all or a page. Nodes number
 * rows on their own, so time orders them, and only then the number.
 *
 * @param after where the page before ended; null for the beginning
 * @param limit how many at most; null for all
 */
record StoryPart(
        boolean internal, @Nullable Cursor after, @Nullable Integer limit) {

    static StoryPart whole(Person person) {
        return new StoryPart(TicketAccess.canReadNotes(person), null, null);
    }

    static StoryPart page(int limit, @Nullable String cursor, Person person) {
        return new StoryPart(TicketAccess.canReadNotes(person), cursor == null ? null : Cursor.read(cursor), limit);
    }

    /**
     * The rows of a ticket, one more than the page has where there are more.
     *
     * @param select from {@code (select * from … where ticket_id = ?1 %1$s)}; where it puts several of these together, {@code %2$s}
     *     ends them all
     * @param time the column that orders them
     */
    List<?> rows(EntityManager em, String select, String time, long ticketId) {
        var query = em.createNativeQuery(select.formatted(rest(time), end())).setParameter(1, ticketId);
        if (after != null) {
            query.setParameter(2, after.value()).setParameter(3, after.id());
        }
        return query.getResultList();
    }

    private String rest(String time) {
        return (internal ? "" : "and not internal ")
                + (after == null ? "" : "and (" + time + ", id) > (cast(?2 as timestamptz), ?3) ")
                + "order by " + time + ", id"
                + end();
    }

    private String end() {
        return limit == null ? "" : " limit " + (limit + 1);
    }

    /** The page that such rows make. */
    <T> Page<T> page(List<?> rows, Function<List<?>, List<T>> read, Function<T, Cursor> place) {
        if (limit == null || rows.size() <= limit) {
            return new Page<>(read.apply(rows), null);
        }
        var items = read.apply(rows.subList(0, limit));
        return new Page<>(items, place.apply(items.get(limit - 1)).toString());
    }
}
