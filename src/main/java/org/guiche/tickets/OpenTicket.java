package org.guiche.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A request to open a ticket.
 *
 * @param unit the key of the business unit
 * @param subjectParts what was written of a subject pattern, by part
 * @param onBehalfOf the client company, where one must or may be named
 * @param attachments uploads of the same person, not used yet
 * @param submissionKey the same key opens one ticket, however often it is sent
 */
public record OpenTicket(
        String unit,
        @Nullable String subject,
        Map<String, String> subjectParts,
        String description,
        TextFormat format,
        Map<String, Object> answers,
        @Nullable String classification,
        @Nullable Priority priority,
        @Nullable Long onBehalfOf,
        @Nullable Long project,
        List<String> cc,
        @Nullable Contact contact,
        List<UUID> attachments,
        Channel channel,
        @Nullable UUID submissionKey) {

    public OpenTicket {
        subjectParts = Map.copyOf(subjectParts);
        answers = Map.copyOf(answers);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** The same, told on the phone to whoever wrote it down in the panel. */
    OpenTicket byPhone() {
        return channel != Channel.PORTAL
                ? this
                : new OpenTicket(
                        unit,
                        subject,
                        subjectParts,
                        description,
                        format,
                        answers,
                        classification,
                        priority,
                        onBehalfOf,
                        project,
                        cc,
                        contact,
                        attachments,
                        Channel.PHONE,
                        submissionKey);
    }
}
