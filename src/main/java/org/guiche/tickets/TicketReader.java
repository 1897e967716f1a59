package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.shared.Texts;
import org.guiche.units.BusinessUnit;
import org.guiche.units.HoldReason;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Turns what is kept of a ticket into what is shown. */
@Dependent
class TicketReader {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Attachments attachments;

    @Inject
    TicketQueries queries;

    TicketDetails details(Ticket t, Person person) {
        return details(t, queries.names(t.id), person);
    }

    TicketDetails details(Ticket t, TicketQueries.Names names, Person person) {
        var unit = units.get(t.unitId);
        var sector = sectors.get(t.sectorId);
        var now = clock.instant();
        return new TicketDetails(
                t.code(),
                t.version,
                t.subject,
                names.description(),
                unit,
                units.form(t.formId),
                sector,
                unit.status(t.statusId),
                reason(unit, t),
                t.classificationId == null
                        ? null
                        : unit.classification(t.classificationId).orElse(null),
                t.priority,
                new PersonRef(t.requesterId, names.requester()),
                new PersonRef(t.openedById, names.openedBy()),
                t.assigneeId == null ? null : new PersonRef(t.assigneeId, String.valueOf(names.assignee())),
                t.groupId,
                names.group(),
                t.companyId,
                names.company(),
                t.projectId,
                names.project(),
                contact(t.contact),
                t.channel,
                t.identityVerified,
                t.answers,
                t.cc,
                person.isStaff() ? t.tags : List.of(),
                t.createdAt,
                t.statusSince,
                person.isStaff() ? t.changedAt : t.lastActivityAt,
                Deadline.of(t.firstResponseDue, t.firstResponseAt, now),
                Deadline.of(t.resolutionDue, t.resolvedAt, now),
                t.isWaiting() ? queries.position(t, sector.queueOrder()) : null);
    }

    private static @Nullable HoldReason reason(BusinessUnit unit, Ticket t) {
        var id = t.holdReasonId;
        return id == null
                ? null
                : unit.statuses().stream()
                        .flatMap(status -> status.reasons().stream())
                        .filter(reason -> reason.id() == id)
                        .findFirst()
                        .orElse(null);
    }

    private static Contact contact(Map<String, Object> contact) {
        return new Contact(
                String.valueOf(contact.get("name")),
                String.valueOf(contact.get("email")),
                (String) contact.get("phone"),
                (String) contact.get("company"));
    }

    TicketNews news(Ticket t, @Nullable Long messageId) {
        var message = messageId == null ? null : em.find(Message.class, messageId);
        if (message != null && message.internal) {
            throw new IllegalStateException("a note never leaves the house: " + messageId);
        }
        var contact = contact(t.contact);
        var author = message == null || message.authorId == null ? contact.name() : people.name(message.authorId);
        return new TicketNews(
                t.code(),
                t.subject,
                Texts.get("tickets.priority." + t.priority.style()),
                contact.name().split(" ", 2)[0],
                contact.email(),
                t.cc,
                t.assigneeId == null ? null : people.email(t.assigneeId),
                author,
                message == null ? "" : message.plain,
                Deadline.of(t.firstResponseDue, t.firstResponseAt, clock.instant()),
                Deadline.of(t.resolutionDue, t.resolvedAt, clock.instant()),
                units.get(t.unitId).calendar().zone());
    }

    /** A message as it was just written. */
    MessageDetails message(Message m, Person author) {
        var files = queries.filesOf(m.ticketId).getOrDefault(m.id, List.of());
        return new MessageDetails(
                m.id,
                new PersonRef(author.id(), author.name()),
                author.isStaff(),
                m.internal,
                m.channel,
                m.html,
                m.cc,
                attachments.find(files),
                m.createdAt);
    }
}
