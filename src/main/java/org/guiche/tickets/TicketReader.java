package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
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

    @Inject
    QueuePlaces places;

    @Inject
    Ties ties;

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
                unit.status(t.status.id()),
                reason(unit, t, person.isStaff()),
                t.urgency.classificationId() == null
                        ? null
                        : unit.classification(t.urgency.classificationId()).orElse(null),
                t.urgency.priority(),
                new PersonRef(t.origin.requesterId(), names.requester()),
                new PersonRef(t.origin.openedById(), names.openedBy()),
                t.assigneeId == null ? null : new PersonRef(t.assigneeId, String.valueOf(names.assignee())),
                t.origin.groupId(),
                names.group(),
                t.origin.companyId(),
                names.company(),
                t.origin.projectId(),
                names.project(),
                Contact.of(t.contact),
                t.origin.channel(),
                t.origin.isIdentityVerified(),
                t.answers,
                t.cc,
                person.isStaff() ? t.tags : List.of(),
                t.origin.createdAt(),
                t.status.since(),
                t.lastActivityAt,
                t.deadlines().firstResponse(now),
                t.deadlines().resolution(now),
                t.isWaiting() ? places.of(t, sector.queueOrder()) : null,
                mergedInto(t, person));
    }

    private @Nullable TicketCode mergedInto(Ticket t, Person person) {
        var told = ties.told(t, person);
        return told.id == t.id ? null : told.code();
    }

    /** Why it waits, as far as those may know who are told. */
    private static @Nullable HoldReason reason(BusinessUnit unit, Ticket t, boolean staff) {
        var id = t.status.reasonId();
        var status = unit.status(t.status.id());
        return id == null || (!staff && status.isVeiled())
                ? null
                : status.reason(id).orElse(null);
    }

    TicketNews news(Ticket t, @Nullable Long messageId) {
        var message = messageId == null ? null : em.find(Message.class, messageId);
        if (message != null && message.internal) {
            throw new IllegalStateException("a note never leaves the house: " + messageId);
        }
        var unit = units.get(t.unitId);
        var contact = Contact.of(t.contact);
        var author = message == null || message.authorId == null ? contact.name() : people.name(message.authorId);
        return new TicketNews(
                t.code(),
                t.subject,
                Texts.get("tickets.priority." + t.urgency.priority().style()),
                unit.status(t.status.id()),
                reason(unit, t, false),
                contact.name().split(" ", 2)[0],
                contact.email(),
                t.cc,
                t.assigneeId == null ? null : people.email(t.assigneeId),
                author,
                message == null ? "" : message.plain,
                t.deadlines().firstResponse(clock.instant()),
                t.deadlines().resolution(clock.instant()),
                unit.calendar().zone());
    }

    /** A message as it was just written. */
    MessageDetails message(Message m, Person author) {
        return new MessageDetails(
                m.id,
                new TicketCode(m.ticketId),
                new PersonRef(author.id(), author.name()),
                author.isStaff(),
                m.internal,
                m.channel,
                m.html,
                m.cc,
                attachments.find(queries.filesOf(m.id)),
                m.createdAt,
                null,
                null);
    }
}
