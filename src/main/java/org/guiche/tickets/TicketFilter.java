package org.guiche.tickets;

import java.time.Instant;
import java.util.Set;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets of those that a person may see, and in what order. What is null or empty does not restrict.
 *
 * @param statuses keys of statuses, in whatever unit
 * @param publicStatus what the requester sees of a status, in whatever unit
 * @param assignee {@code me}, {@code none} or a person's id
 * @param query words of the conversation, or a code
 */
public record TicketFilter(
        Set<String> statuses,
        @Nullable String publicStatus,
        Set<StatusCategory> categories,
        @Nullable String sector,
        @Nullable String assignee,
        @Nullable Long requester,
        @Nullable Long company,
        @Nullable String unit,
        @Nullable String query,
        @Nullable Instant updatedSince,
        TicketOrder order) {

    public TicketFilter {
        statuses = Set.copyOf(statuses);
        categories = Set.copyOf(categories);
    }

    /** Everything, the latest activity first. */
    public static TicketFilter all() {
        return new TicketFilter(
                Set.of(),
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                TicketOrder.of(TicketOrder.By.ACTIVITY));
    }

    /** The same, of one requester only. */
    TicketFilter of(long requesterId) {
        return new TicketFilter(
                statuses,
                publicStatus,
                categories,
                sector,
                assignee,
                requesterId,
                company,
                unit,
                query,
                updatedSince,
                order);
    }

    /** The same, of some categories of statuses only. */
    public TicketFilter in(Set<StatusCategory> some) {
        return new TicketFilter(
                statuses, publicStatus, some, sector, assignee, requester, company, unit, query, updatedSince, order);
    }
}
