package org.guiche.tickets;

import java.time.Instant;
import java.util.Set;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets of those that a person may see, and in what order. What is null or empty does not restrict.
 *
 * @param statuses keys of statuses, in whatever unit
 * @param assignee {@code me}, {@code none} or a person's id
 * @param query words of the conversation, or a code
 */
public record TicketFilter(
        Set<String> statuses,
        Set<StatusCategory> categories,
        @Nullable String sector,
        @Nullable String assignee,
        @Nullable Long requester,
        @Nullable Long company,
        @Nullable String unit,
        @Nullable String query,
        @Nullable Instant updatedSince,
        Sort sort) {

    /** The order of a list. */
    public enum Sort {
        /** The latest activity first. */
        ACTIVITY("t.last_activity_at", "timestamptz", true),
        /** The newest first. */
        CREATED("t.created_at", "timestamptz", true),
        /** The oldest in the queue first. */
        QUEUE("t.queued_at", "timestamptz", false);

        private final String column;
        private final String type;
        private final boolean descending;

        Sort(String column, String type, boolean descending) {
            this.column = column;
            this.type = type;
            this.descending = descending;
        }

        String column() {
            return column;
        }

        String direction() {
            return descending ? " desc" : "";
        }

        /** The rows after a row with that value and id. */
        String after() {
            return "(" + column + ", t.id) " + (descending ? "<" : ">") + " (cast(? as " + type + "), ?)";
        }
    }

    public TicketFilter {
        statuses = Set.copyOf(statuses);
        categories = Set.copyOf(categories);
    }

    /** Everything, the latest activity first. */
    public static TicketFilter all() {
        return new TicketFilter(Set.of(), Set.of(), null, null, null, null, null, null, null, Sort.ACTIVITY);
    }

    /** The same, of one requester only. */
    TicketFilter of(long requesterId) {
        return new TicketFilter(
                statuses, categories, sector, assignee, requesterId, company, unit, query, updatedSince, sort);
    }

    /** The same, of some categories of statuses only. */
    public TicketFilter in(Set<StatusCategory> some) {
        return new TicketFilter(statuses, some, sector, assignee, requester, company, unit, query, updatedSince, sort);
    }
}
