package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** The tickets that a person follows as a requester: the own ones, and those of the whole group where that is granted. */
@Stateless
public class MyTickets {

    private static final int COUNTED = 1000;

    @PersistenceContext
    EntityManager em;

    @Inject
    TicketSearch search;

    /** Whose turn it is, from the requester's side. */
    public enum Turn {
        /** The requester owes an answer. */
        YOURS,
        /** We are at it. */
        OURS,
        /** Nobody has to do anything any more. */
        DONE;

        static Turn of(StatusCategory category) {
            return switch (category) {
                case PENDING -> YOURS;
                case NEW, OPEN, ON_HOLD -> OURS;
                case RESOLVED, CLOSED -> DONE;
            };
        }

        /** Which categories of statuses it stands for. */
        public Set<StatusCategory> categories() {
            return Arrays.stream(StatusCategory.values())
                    .filter(category -> of(category) == this)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * How many tickets there are of each turn, among the thousand with the latest activity.
     *
     * @param more whether there are more than a thousand in all
     */
    public record Standing(Map<Turn, Integer> counts, boolean more) {

        public Standing {
            counts = Map.copyOf(counts);
        }

        /** How many of that turn. */
        public int of(Turn turn) {
            return counts.getOrDefault(turn, 0);
        }

        /** How many wait for the requester. */
        public int yours() {
            return of(Turn.YOURS);
        }

        /** How many in all. */
        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How the tickets stand that the person follows, counted at the same cost however many there are. */
    public Standing standing(Person person) {
        List<?> rows = em.createNativeQuery(
                        "select x.category, count(*) from (select t.category from tickets_ticket t where "
                                + followed(person)
                                + " order by t.last_activity_at desc, t.id desc limit " + (COUNTED + 1)
                                + ") x group by x.category")
                .getResultList();
        var counts = new EnumMap<Turn, Integer>(Turn.class);
        for (var row : rows) {
            var columns = (Object[]) row;
            counts.merge(
                    Turn.of(StatusCategory.valueOf((String) columns[0])),
                    ((Number) columns[1]).intValue(),
                    Integer::sum);
        }
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Standing(counts, all > COUNTED);
    }

    /** The staff sees every ticket, but follows as requesters only what they asked for themselves. */
    private static String followed(Person person) {
        return person.isStaff() ? "t.requester_id = " + person.id() : TicketAccess.visible(person);
    }

    /** A page of them; see {@link TicketSearch#list}. */
    public Page<TicketSummary> list(TicketFilter filter, int limit, @Nullable String cursor, Person person) {
        return search.list(person.isStaff() ? filter.of(person.id()) : filter, limit, cursor, person);
    }
}
