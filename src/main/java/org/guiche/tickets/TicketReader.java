package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
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
        var unit = units.get(t.unitId);
        var names = queries.names(t.id);
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

    List<MessageDetails> conversation(Ticket ticket, Person person) {
        var messages = em.createQuery(
                        "select m from Message m where m.ticketId = :ticket and (m.internal = false or :notes = true) order by m.id",
                        Message.class)
                .setParameter("ticket", ticket.id)
                .setParameter("notes", TicketAccess.canReadNotes(person))
                .getResultList();
        var files = queries.filesOf(ticket.id);
        var stored = attachments
                .find(files.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        var authors = authors(messages);
        return messages.stream()
                .map(m -> message(m, authors, files(files.getOrDefault(m.id, List.of()), stored)))
                .toList();
    }

    MessageDetails message(Message message, Person author) {
        var files = queries.filesOf(message.ticketId).getOrDefault(message.id, List.of());
        return message(
                message,
                new Authors(Map.of(author.id(), author.name()), author.isStaff() ? Set.of(author.id()) : Set.of()),
                attachments.find(files));
    }

    /** The names of authors, and who of them is of the staff. */
    private record Authors(Map<Long, String> names, Set<Long> staff) {}

    private Authors authors(List<Message> messages) {
        var ids = new HashSet<Long>();
        messages.forEach(message -> {
            if (message.authorId != null) {
                ids.add(message.authorId);
            }
        });
        return new Authors(people.names(ids), people.staffAmong(ids));
    }

    private static List<StoredFile> files(List<UUID> ids, Map<UUID, StoredFile> stored) {
        return ids.stream().filter(stored::containsKey).map(stored::get).toList();
    }

    private static MessageDetails message(Message m, Authors authors, List<StoredFile> files) {
        var author = m.authorId;
        return new MessageDetails(
                m.id,
                author == null ? null : new PersonRef(author, authors.names().getOrDefault(author, "")),
                author != null && authors.staff().contains(author),
                m.internal,
                m.channel,
                m.html,
                m.cc,
                files,
                m.createdAt);
    }

    List<EventDetails> history(Ticket ticket, Person person) {
        var events = em.createQuery(
                        "select e from HistoryEvent e where e.ticketId = :ticket and (e.internal = false or :notes = true) order by e.id",
                        HistoryEvent.class)
                .setParameter("ticket", ticket.id)
                .setParameter("notes", TicketAccess.canReadNotes(person))
                .getResultList();
        var ids = new HashSet<Long>();
        events.forEach(event -> {
            if (event.actorId != null) {
                ids.add(event.actorId);
            }
        });
        var names = people.names(ids);
        return events.stream().map(e -> event(e, names)).toList();
    }

    private static EventDetails event(HistoryEvent e, Map<Long, String> names) {
        var actor = e.actorId == null ? null : new PersonRef(e.actorId, names.getOrDefault(e.actorId, ""));
        return new EventDetails(e.id, e.type, e.at, actor, e.channel, e.fromValue, e.toValue);
    }
}
