package org.guiche.tickets;

import static java.util.stream.Collectors.joining;
import static org.guiche.units.StatusCategory.CLOSED;
import static org.guiche.units.StatusCategory.NEW;
import static org.guiche.units.StatusCategory.ON_HOLD;
import static org.guiche.units.StatusCategory.OPEN;
import static org.guiche.units.StatusCategory.PENDING;
import static org.guiche.units.StatusCategory.RESOLVED;

import java.util.List;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;

/**
 * The order of a list. Every order ends with the ticket itself, so that a page goes on exactly where the one before ended.
 *
 * @param reversed against the direction that people expect of that column
 */
public record TicketOrder(By by, boolean reversed) {

    private static final List<StatusCategory> STATUSES =
            List.of(PENDING, NEW, OPEN, ON_HOLD, RESOLVED, CLOSED); // whose turn it is, then a ticket's life
    private static final String INSTANT = "cast(? as timestamptz)";
    private static final String NUMBER = "cast(? as bigint)";

    /**
     * What a list is ordered by. The first three walk an index at any number of tickets; the others sort what the person follows,
     * and are for one's own list only.
     */
    public enum By {
        /** The latest activity first. */
        ACTIVITY("t.last_activity_at", INSTANT, true),
        /** The newest first. */
        CREATED("t.created_at", INSTANT, true),
        /** The oldest in the queue first. */
        QUEUE("t.queued_at", INSTANT, false),
        /** The highest code first. */
        CODE("t.id", NUMBER, true),
        /** By the alphabet, whatever the accents and capitals. */
        SUBJECT("lower(unaccent(t.subject)) collate \"C\"", "lower(unaccent(cast(? as text)))", false),
        /** What waits for the requester first, then in the order of a ticket's life. */
        STATUS(rank(), NUMBER, false),
        /** The most urgent first. */
        PRIORITY("t.priority_rank", NUMBER, false),
        /** What is due first; what was promised nothing comes last. */
        DUE("coalesce(t.resolution_due, 'infinity')", INSTANT, false);

        private final String column;
        private final String value;
        private final boolean descending;

        By(String column, String value, boolean descending) {
            this.column = column;
            this.value = value;
            this.descending = descending;
        }

        /** Among equals the newest comes first, but in a queue. */
        private boolean newestFirst() {
            return !descending && this != QUEUE;
        }
    }

    /** The place of a status in the order by status, as the requester knows it. */
    static int rank(Status status) {
        return STATUSES.indexOf(status.categoryFor(false));
    }

    /** The same of the status itself: what a ticket keeps of it, and what it was when a page began, may be older. */
    private static String rank() {
        return STATUSES.stream()
                .map(category -> "when '" + category + "' then " + STATUSES.indexOf(category))
                .collect(joining(
                        " ",
                        "(select case when s.category = 'ON_HOLD' and s.name <> s.public_name then "
                                + STATUSES.indexOf(OPEN) + " else case s.category ",
                        " end end from units_status s where s.id = t.status_id)"));
    }

    /** In its usual direction. */
    public static TicketOrder of(By by) {
        return new TicketOrder(by, false);
    }

    /** The other way round. */
    public TicketOrder turned() {
        return new TicketOrder(by, !reversed);
    }

    /** Whether the highest comes first. */
    public boolean descending() {
        return by.descending != reversed;
    }

    /** What follows {@code order by}. */
    String sql() {
        var direction = descending() ? " desc" : "";
        return by.column + direction + ", " + id("t.id") + direction;
    }

    /** The rows after a row with that value and id. */
    String after() {
        return "(" + by.column + ", " + id("t.id") + ") " + (descending() ? "<" : ">") + " (" + by.value + ", "
                + id("cast(? as bigint)") + ")";
    }

    private String id(String id) {
        return by.newestFirst() ? "-" + id : id;
    }
}
