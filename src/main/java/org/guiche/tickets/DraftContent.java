package org.guiche.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written of a ticket so far, step by step; nothing of it is checked before it is sent.
 *
 * @param follows the ticket that it goes on from, if any
 */
public record DraftContent(
        Request request,
        Contacts contacts,
        Choice choice,
        @Nullable TicketCode follows) {

    /** What the ticket is about. */
    public record Request(
            @Nullable String unit,
            @Nullable Long onBehalfOf,
            @Nullable Long project,
            Map<String, Object> answers,
            @Nullable String subject,
            Map<String, String> subjectParts,
            String description,
            List<UUID> attachments) {

        /** Nothing yet. */
        public static final Request NOTHING = new Request(null, null, null, Map.of(), null, Map.of(), "", List.of());

        public Request {
            answers = Map.copyOf(answers);
            subjectParts = Map.copyOf(subjectParts);
            attachments = List.copyOf(attachments);
        }

        /** The same in another unit. */
        public Request withUnit(@Nullable String other) {
            return new Request(other, onBehalfOf, project, answers, subject, subjectParts, description, attachments);
        }

        /** The same on behalf of that client, for that project. */
        public Request withClient(@Nullable Long client, @Nullable Long ofProject) {
            return new Request(unit, client, ofProject, answers, subject, subjectParts, description, attachments);
        }

        /** The same with these answers. */
        public Request withAnswers(Map<String, Object> others) {
            return new Request(unit, onBehalfOf, project, others, subject, subjectParts, description, attachments);
        }

        /** The same with this subject, whole or in parts. */
        public Request withSubject(@Nullable String whole, Map<String, String> parts) {
            return new Request(unit, onBehalfOf, project, answers, whole, parts, description, attachments);
        }
    }

    /** Whom to talk to about it, and who gets a copy. */
    public record Contacts(@Nullable Contact contact, List<String> cc) {

        /** Nothing yet. */
        public static final Contacts NOTHING = new Contacts(null, List.of());

        public Contacts {
            cc = List.copyOf(cc);
        }
    }

    /** What it is classified as, or its priority, as the unit asks. */
    public record Choice(
            @Nullable String classification, @Nullable Priority priority) {

        /** Nothing yet. */
        public static final Choice NOTHING = new Choice(null, null);
    }

    /** Nothing yet. */
    public static final DraftContent NOTHING =
            new DraftContent(Request.NOTHING, Contacts.NOTHING, Choice.NOTHING, null);

    /** The same of another request. */
    public DraftContent with(Request other) {
        return new DraftContent(other, contacts, choice, follows);
    }

    /** The same for other contacts. */
    public DraftContent with(Contacts others) {
        return new DraftContent(request, others, choice, follows);
    }

    /** The same with another choice. */
    public DraftContent with(Choice other) {
        return new DraftContent(request, contacts, other, follows);
    }

    OpenTicket openTicket(UUID submissionKey) {
        return new OpenTicket(
                request.unit == null ? "" : request.unit,
                request.subject,
                request.subjectParts,
                request.description,
                TextFormat.HTML,
                request.answers,
                choice.classification,
                choice.priority,
                request.onBehalfOf,
                request.project,
                contacts.cc,
                contacts.contact,
                request.attachments,
                Channel.PORTAL,
                submissionKey);
    }
}
