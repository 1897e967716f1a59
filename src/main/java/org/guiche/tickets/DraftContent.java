package org.guiche.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** What somebody has written of a ticket so far; nothing of it is checked before it is sent. */
public record DraftContent(
        @Nullable String unit,
        Map<String, Object> answers,
        Map<String, String> subjectParts,
        @Nullable String subject,
        String description,
        List<String> cc,
        List<UUID> attachments,
        @Nullable Long onBehalfOf,
        @Nullable Long project,
        @Nullable Contact contact,
        @Nullable String classification,
        @Nullable Priority priority) {

    public DraftContent {
        answers = Map.copyOf(answers);
        subjectParts = Map.copyOf(subjectParts);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** Nothing yet. */
    public static DraftContent empty() {
        return new DraftContent(null, Map.of(), Map.of(), null, "", List.of(), List.of(), null, null, null, null, null);
    }

    /** The same with these answers. */
    public DraftContent withAnswers(Map<String, Object> others) {
        return new DraftContent(
                unit,
                others,
                subjectParts,
                subject,
                description,
                cc,
                attachments,
                onBehalfOf,
                project,
                contact,
                classification,
                priority);
    }

    /** The same on behalf of that client, for that project. */
    public DraftContent withClient(@Nullable Long client, @Nullable Long ofProject) {
        return new DraftContent(
                unit,
                answers,
                subjectParts,
                subject,
                description,
                cc,
                attachments,
                client,
                ofProject,
                contact,
                classification,
                priority);
    }

    /** The same in another unit. */
    public DraftContent withUnit(@Nullable String other) {
        return new DraftContent(
                other,
                answers,
                subjectParts,
                subject,
                description,
                cc,
                attachments,
                onBehalfOf,
                project,
                contact,
                classification,
                priority);
    }

    /** The same with this subject, whole or in parts. */
    public DraftContent withSubject(@Nullable String whole, Map<String, String> parts) {
        return new DraftContent(
                unit,
                answers,
                parts,
                whole,
                description,
                cc,
                attachments,
                onBehalfOf,
                project,
                contact,
                classification,
                priority);
    }

    /** The same, for this contact and with these in copy. */
    public DraftContent withContact(@Nullable Contact other, List<String> otherCc) {
        return new DraftContent(
                unit,
                answers,
                subjectParts,
                subject,
                description,
                otherCc,
                attachments,
                onBehalfOf,
                project,
                other,
                classification,
                priority);
    }

    /** The same, classified so, or with that priority. */
    public DraftContent withClassification(@Nullable String otherClassification, @Nullable Priority otherPriority) {
        return new DraftContent(
                unit,
                answers,
                subjectParts,
                subject,
                description,
                cc,
                attachments,
                onBehalfOf,
                project,
                contact,
                otherClassification,
                otherPriority);
    }

    OpenTicket request(UUID submissionKey) {
        return new OpenTicket(
                unit == null ? "" : unit,
                subject,
                subjectParts,
                description,
                TextFormat.HTML,
                answers,
                classification,
                priority,
                onBehalfOf,
                project,
                cc,
                contact,
                attachments,
                Channel.PORTAL,
                submissionKey);
    }
}
