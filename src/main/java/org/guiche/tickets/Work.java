package org.guiche.tickets;

import static org.guiche.tickets.TicketAccess.canRead;
import static org.guiche.tickets.TicketAccess.canWork;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormRules;
import org.guiche.units.HoldReason;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.PrioritySource;
import org.guiche.units.Sectors;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * What the staff does with tickets: take, answer, note, put on hold, resolve, assign, move. A version, where given, is the
 * one that the person saw; the loser of a race is told (SECURITY 12).
 */
@Stateless
public class Work {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Ledger ledger;

    @Inject
    TicketReader reader;

    @Inject
    TicketQueries queries;

    @Inject
    Answers answers;

    @Inject
    Event<TicketReplied> replied;

    /** The next ticket of the sector's queue, now the agent's own; nothing when nobody waits. Never the same to two. */
    public Optional<TicketDetails> takeNext(String sectorKey, Person agent, Channel channel) {
        var sector = sectors.get(sectorKey);
        requireStaff(agent);
        if (!sectors.isMember(agent, sector.id())) {
            throw new AccessDenied("tickets.sector.not-yours", sector.name());
        }
        return queries.lockNext(sector.id(), sector.queueOrder()).map(id -> {
            var ticket = em.find(Ticket.class, id);
            assign(ticket, agent, agent, channel);
            return saved(ticket, agent);
        });
    }

    private static void requireStaff(Person agent) {
        if (!agent.isStaff()) {
            throw new NotFound("tickets.not-found");
        }
    }

    private Ticket find(TicketCode code, Person agent, @Nullable Integer version) {
        var ticket = em.find(Ticket.class, code.number(), LockModeType.PESSIMISTIC_WRITE);
        if (ticket == null || !canRead(agent, ticket)) {
            throw new NotFound("tickets.not-found");
        }
        if (!canWork(agent, ticket, sectors.isMember(agent, ticket.sectorId))) {
            throw new AccessDenied(
                    "tickets.work.denied", sectors.get(ticket.sectorId).name());
        }
        ticket.expect(version);
        return ticket;
    }

    private TicketDetails saved(Ticket ticket, Person agent) {
        em.flush();
        ledger.announce(ticket);
        return reader.details(ticket, agent);
    }

    /** Answers, or leaves a note; goes to another status in the same step where one is named. */
    public MessageDetails reply(TicketCode code, Reply reply, Person agent, @Nullable Integer version) {
        var ticket = find(code, agent, version);
        if (ticket.category == StatusCategory.CLOSED && !reply.internal()) {
            throw new RuleViolation("tickets.closed");
        }
        var message = ledger.say(ticket, reply, agent);
        if (reply.internal()) {
            ticket.touched(ledger.now());
            ledger.record(ticket, EventType.NOTE_ADDED, agent, reply.channel(), null, null);
        } else {
            answer(ticket, reply, agent);
        }
        if (reply.thenStatus() != null) {
            become(ticket, reply.thenStatus(), reply.reason(), agent, reply.channel());
        }
        em.flush();
        if (!reply.internal()) {
            replied.fire(new TicketReplied(ticket.id, message.id, true));
        }
        ledger.announce(ticket);
        return reader.message(message, agent);
    }

    private void answer(Ticket ticket, Reply reply, Person agent) {
        ticket.answered(ledger.now());
        ticket.active(ledger.now());
        ticket.addCc(Ledger.cc(reply.cc()));
        ledger.record(ticket, EventType.MESSAGE_ADDED, agent, reply.channel(), null, null);
        if (ticket.assigneeId == null && ticket.category.isUnfinished()) {
            assign(ticket, agent, agent, reply.channel());
        }
    }

    /** Goes to another status; a note, where given, is kept among the staff. */
    public TicketDetails changeStatus(
            TicketCode code,
            String status,
            @Nullable String reason,
            @Nullable String note,
            Person agent,
            @Nullable Integer version,
            Channel channel) {
        var ticket = find(code, agent, version);
        if (note != null && !note.isBlank()) {
            ledger.say(
                    ticket, new Reply(note, TextFormat.TEXT, true, List.of(), List.of(), null, null, channel), agent);
        }
        become(ticket, status, reason, agent, channel);
        return saved(ticket, agent);
    }

    private void become(Ticket ticket, String key, @Nullable String reason, Person agent, Channel channel) {
        var unit = units.get(ticket.unitId);
        var before = unit.status(ticket.statusId);
        var target = unit.status(key);
        if (target.id() == before.id() && target.reasons().isEmpty()) {
            return;
        }
        ticket.become(target, reason(target, reason), ledger.now());
        ledger.record(ticket, EventType.STATUS_CHANGED, agent, channel, before.key(), target.key());
    }

    private static @Nullable HoldReason reason(Status target, @Nullable String key) {
        return key == null || key.isBlank()
                ? null
                : target.reasons().stream()
                        .filter(reason -> reason.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> RuleViolation.of("reason", "tickets.reason.unknown", key));
    }

    /** Gives the ticket to somebody who works in its sector, or back to the queue. */
    public TicketDetails assign(
            TicketCode code, @Nullable Long personId, Person agent, @Nullable Integer version, Channel channel) {
        var ticket = find(code, agent, version);
        var assignee = personId == null ? null : people.find(personId).orElse(null);
        if (personId != null && (assignee == null || !sectors.isMember(assignee, ticket.sectorId))) {
            throw RuleViolation.of(
                    "assignee",
                    "tickets.assignee.not-member",
                    sectors.get(ticket.sectorId).name());
        }
        assign(ticket, assignee, agent, channel);
        return saved(ticket, agent);
    }

    private void assign(Ticket ticket, @Nullable Person assignee, Person agent, Channel channel) {
        var before = ticket.assigneeId;
        ticket.assign(assignee == null ? null : assignee.id(), ledger.now());
        ledger.record(
                ticket,
                EventType.ASSIGNED,
                agent,
                channel,
                before == null ? null : people.names(List.of(before)).get(before),
                assignee == null ? null : assignee.name());
        if (assignee != null && ticket.category == StatusCategory.NEW) {
            var unit = units.get(ticket.unitId);
            var from = unit.status(ticket.statusId);
            var open = unit.first(StatusCategory.OPEN).orElseThrow();
            ticket.become(open, null, ledger.now());
            ledger.record(ticket, EventType.STATUS_CHANGED, agent, channel, from.key(), open.key());
        }
    }

    /** Changes what the staff may change, field by field; what is not given stays. */
    public TicketDetails change(
            TicketCode code, TicketChange change, Person agent, @Nullable Integer version, Channel channel) {
        var ticket = find(code, agent, version);
        var unit = units.get(ticket.unitId);
        if (change.subject() != null) {
            rename(ticket, change.subject(), agent, channel);
        }
        if (change.classification() != null) {
            classify(ticket, unit, change.classification(), agent, channel);
        }
        if (change.priority() != null && change.priority() != ticket.priority) {
            prioritise(ticket, unit, change.priority(), agent, channel);
        }
        if (change.sector() != null) {
            move(ticket, change.sector(), agent, channel);
        }
        if (change.answers() != null) {
            answers.change(ticket, unit, change.answers(), agent, channel);
        }
        if (change.cc() != null) {
            ticket.copyTo(Ledger.cc(change.cc()), ledger.now());
            ledger.record(ticket, EventType.CC_CHANGED, agent, channel, null, String.join(", ", ticket.cc));
        }
        if (change.tags() != null) {
            ticket.tag(tags(change.tags()), ledger.now());
            ledger.record(ticket, EventType.TAGS_CHANGED, agent, channel, null, String.join(", ", ticket.tags));
        }
        return saved(ticket, agent);
    }

    private void rename(Ticket ticket, String subject, Person agent, Channel channel) {
        var clean = subject.strip().replaceAll("\\p{Cntrl}", " ");
        if (clean.isEmpty() || clean.length() > FormRules.LONGEST_SUBJECT) {
            throw RuleViolation.of("subject", "tickets.subject.long", FormRules.LONGEST_SUBJECT);
        }
        ledger.record(ticket, EventType.SUBJECT_CHANGED, agent, channel, ticket.subject, clean);
        ticket.rename(clean, ledger.now());
        em.createQuery("update Message m set m.heading = :subject where m.ticketId = :ticket and m.heading <> ''")
                .setParameter("subject", clean)
                .setParameter("ticket", ticket.id)
                .executeUpdate();
    }

    private void classify(Ticket ticket, BusinessUnit unit, String key, Person agent, Channel channel) {
        var chosen = unit.classification(key);
        var before = ticket.classificationId == null
                ? null
                : unit.classification(ticket.classificationId).orElse(null);
        Opener.promise(ticket, unit, Opener.of(chosen), ledger.now());
        ticket.active(ledger.now());
        ledger.record(
                ticket,
                EventType.CLASSIFICATION_CHANGED,
                agent,
                channel,
                before == null ? null : before.key(),
                chosen.key());
    }

    /** Where the priority itself carries the targets, the deadlines follow it, still counted from the creation. */
    private void prioritise(Ticket ticket, BusinessUnit unit, Priority priority, Person agent, Channel channel) {
        ledger.record(ticket, EventType.PRIORITY_CHANGED, agent, channel, ticket.priority.name(), priority.name());
        var choice = unit.prioritySource() == PrioritySource.CLASSIFICATION
                ? Optional.<PriorityChoice>empty()
                : unit.priority(priority);
        choice.ifPresentOrElse(
                promised -> Opener.promise(ticket, unit, Opener.of(promised), ledger.now()),
                () -> ticket.prioritise(priority));
        ticket.active(ledger.now());
    }

    private void move(Ticket ticket, String key, Person agent, Channel channel) {
        var target = sectors.get(key);
        if (target.id() == ticket.sectorId) {
            return;
        }
        var before = sectors.get(ticket.sectorId);
        ticket.move(target, ledger.now());
        ledger.record(ticket, EventType.SECTOR_CHANGED, agent, channel, before.key(), target.key());
    }

    private static List<String> tags(List<String> typed) {
        var tags = typed.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > 20 || tags.stream().anyMatch(tag -> tag.length() > 40)) {
            throw RuleViolation.of("tags", "tickets.tags.many");
        }
        return tags;
    }
}
