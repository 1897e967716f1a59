package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.HoldReason;
import org.guiche.units.Priority;
import org.guiche.units.RequestForm;
import org.guiche.units.Sector;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one who may see it sees it.
 *
 * @param description what the requester wrote first, as clean HTML
 * @param place where it stands in its queue; null where it does not wait
 * @param mergedInto the ticket that tells it by now, where it was merged into one that the person may see
 * @param lastActivityAt when something happened that everybody may see, whoever asks (C19)
 */
public record TicketDetails(
        TicketCode code,
        int version,
        String subject,
        String description,
        BusinessUnit unit,
        RequestForm form,
        Sector sector,
        Status status,
        @Nullable HoldReason holdReason,
        @Nullable Classification classification,
        Priority priority,
        PersonRef requester,
        PersonRef openedBy,
        @Nullable PersonRef assignee,
        long groupId,
        String groupName,
        @Nullable Long companyId,
        @Nullable String companyName,
        @Nullable Long projectId,
        @Nullable String projectName,
        Contact contact,
        Channel channel,
        boolean identityVerified,
        Map<String, Object> answers,
        List<String> cc,
        List<String> tags,
        Instant createdAt,
        Instant statusSince,
        Instant lastActivityAt,
        @Nullable Deadline firstResponse,
        @Nullable Deadline resolution,
        @Nullable PlaceInQueue place,
        @Nullable TicketCode mergedInto) {

    /** How many places of a queue are counted from its beginning. */
    public static final int COUNTED_PLACES = 100;

    public TicketDetails {
        answers = Map.copyOf(answers);
        cc = List.copyOf(cc);
        tags = List.copyOf(tags);
    }

    /** One for the next; null where it does not wait, or more than {@link #COUNTED_PLACES} wait before it. */
    public @Nullable Integer queuePosition() {
        return place == null ? null : place.number();
    }

    /** Whether it waits for somebody to take it. */
    public boolean isWaiting() {
        return assignee == null
                && (status.category() == StatusCategory.NEW || status.category() == StatusCategory.OPEN);
    }

    /** The statuses that may follow, in the unit's order. */
    public List<Status> nextStatuses() {
        return unit.statuses().stream()
                .filter(next -> next.id() != status.id() && status.category().canBecome(next.category()))
                .toList();
    }
}
