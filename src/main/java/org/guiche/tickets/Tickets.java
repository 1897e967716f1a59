package org.guiche.tickets;

import static org.guiche.tickets.TicketAccess.canRead;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * The front door: open a ticket, read it, add to it. One public method is one use case, one transaction, one access check;
 * a ticket that the person may not see does not exist.
 */
@Stateless
public class Tickets {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Opener opener;

    @Inject
    Ledger ledger;

    @Inject
    TicketReader reader;

    @Inject
    StoryReader story;

    @Inject
    TicketQueries queries;

    @Inject
    Attachments attachments;

    @Inject
    Event<TicketOpened> opened;

    @Inject
    Event<TicketReplied> replied;

    /** Opens a ticket, or returns the one that the same submission opened before. Everything is checked again here. */
    public TicketDetails open(OpenTicket request, Person person) {
        var key = request.submissionKey();
        if (key != null) {
            queries.lock(key);
            var before = queries.opened(key);
            if (before.isPresent()) {
                return get(new TicketCode(before.get()), person);
            }
        }
        var made = opener.open(request, person);
        em.flush();
        opened.fire(new TicketOpened(made.ticket().id));
        ledger.announce(made.ticket());
        return reader.details(made.ticket(), names(made, person), person);
    }

    /** The opener knows the names already, unless it opens for a group of others. */
    private TicketQueries.Names names(Opener.Made made, Person opener) {
        var group = opener.membership(made.ticket().groupId);
        if (group.isEmpty()) {
            return queries.names(made.ticket().id);
        }
        return made.names(group.get().groupName(), opener);
    }

    /** The ticket, as that person sees it. */
    public TicketDetails get(TicketCode code, Person person) {
        return reader.details(find(code, person), person);
    }

    private Ticket find(TicketCode code, Person person) {
        return readable(em.find(Ticket.class, code.number()), person);
    }

    /** The ticket, nobody else's to change until this transaction ends: two messages at once are both kept. */
    private Ticket hold(TicketCode code, Person person) {
        return readable(em.find(Ticket.class, code.number(), LockModeType.PESSIMISTIC_WRITE), person);
    }

    private static Ticket readable(@Nullable Ticket ticket, Person person) {
        if (ticket == null || !canRead(person, ticket)) {
            throw new NotFound("tickets.not-found");
        }
        return ticket;
    }

    /** The ticket with all that was said and done, and what the person was writing there. */
    public TicketStory story(TicketCode code, Person person) {
        var ticket = find(code, person);
        var details = reader.details(ticket, person);
        return new TicketStory(
                details,
                story.answers(details.form(), ticket.answers),
                story.messages(ticket.id, person),
                story.events(ticket.id, person),
                story.draft(ticket.id, person).orElse(null));
    }

    /** What was said, oldest first; notes only for the staff. */
    public List<MessageDetails> conversation(TicketCode code, Person person) {
        return story.messages(find(code, person).id, person);
    }

    /** What happened, oldest first; internal events only for the staff. */
    public List<EventDetails> history(TicketCode code, Person person) {
        return story.events(find(code, person).id, person);
    }

    /**
     * Adds the requester's own message. What it does follows the present status' rule: reopen, just be added, or be refused
     * with the way to a new ticket (C1).
     */
    public MessageDetails comment(TicketCode code, Reply reply, Person person) {
        return comment(code, reply, person, null);
    }

    /** The same, refused where the ticket is not of that version any more. */
    public MessageDetails comment(TicketCode code, Reply reply, Person person, @Nullable Integer version) {
        var ticket = hold(code, person);
        ticket.expect(version);
        return comment(ticket, reply, person);
    }

    /** The same, refused where more public events have happened than the person saw: somebody may have answered already. */
    public MessageDetails commentHavingSeen(TicketCode code, int events, Reply reply, Person person) {
        var ticket = hold(code, person);
        if (story.publicEvents(ticket.id) > events) {
            throw new StaleVersion();
        }
        return comment(ticket, reply, person);
    }

    private MessageDetails comment(Ticket ticket, Reply reply, Person person) {
        if (reply.internal() || reply.thenStatus() != null) {
            throw new AccessDenied("tickets.message.staff-only");
        }
        var status = units.get(ticket.unitId).status(ticket.statusId);
        switch (status.replyRule()) {
            case REFUSE -> throw new RuleViolation("tickets.reply.refused", status.publicName());
            case NEW_LINKED -> throw new RuleViolation("tickets.reply.new-ticket", status.publicName());
            case REOPEN -> reopen(ticket, reply, person);
            case COMMENT -> ticket.active(ledger.now());
        }
        ticket.addCc(Ledger.cc(reply.cc()));
        var message = ledger.say(ticket, reply, person);
        ledger.record(ticket, EventType.MESSAGE_ADDED, person, reply.channel(), null, null);
        em.flush();
        replied.fire(new TicketReplied(ticket.id, message.id, false));
        ledger.announce(ticket);
        return reader.message(message, person);
    }

    private void reopen(Ticket ticket, Reply reply, Person person) {
        var unit = units.get(ticket.unitId);
        var open = unit.first(StatusCategory.OPEN).orElseThrow();
        var before = unit.status(ticket.statusId);
        ticket.become(open, null, ledger.now());
        ledger.record(ticket, EventType.STATUS_CHANGED, person, reply.channel(), before.key(), open.key());
    }

    /** The requester says that it is solved. */
    public TicketDetails confirmSolved(TicketCode code, Person person, Channel channel) {
        return confirmSolved(hold(code, person), person, channel);
    }

    /**
     * The same for whoever names the status; refuses any other one, a note, and a ticket that is not of that version any more.
     */
    public TicketDetails confirmSolved(
            TicketCode code,
            String status,
            @Nullable String note,
            Person person,
            @Nullable Integer version,
            Channel channel) {
        var ticket = hold(code, person);
        var solved = solved(ticket);
        if (!solved.key().equals(status)) {
            throw new AccessDenied("tickets.status.staff-only", solved.publicName());
        }
        if (note != null) {
            throw new AccessDenied("tickets.status.note.staff-only");
        }
        ticket.expect(version);
        return confirmSolved(ticket, person, channel);
    }

    private Status solved(Ticket ticket) {
        return units.get(ticket.unitId).first(StatusCategory.RESOLVED).orElseThrow();
    }

    private TicketDetails confirmSolved(Ticket ticket, Person person, Channel channel) {
        var unit = units.get(ticket.unitId);
        var solved = solved(ticket);
        var before = unit.status(ticket.statusId);
        ticket.become(solved, null, ledger.now());
        ledger.record(ticket, EventType.STATUS_CHANGED, person, channel, before.key(), solved.key());
        em.flush();
        ledger.announce(ticket);
        return reader.details(ticket, person);
    }

    /** What may be told outside of a ticket and, where given, of one of its public messages. For the channels. */
    public TicketNews news(long ticketId, @Nullable Long messageId) {
        return reader.news(em.find(Ticket.class, ticketId), messageId);
    }

    /** A file, to whoever may see the message that it is part of, or to its owner before it is part of one. */
    public StoredFile file(UUID id, Person person) {
        var place = queries.ticketOf(id);
        if (place.isEmpty()) {
            return attachments.unused(List.of(id), person).stream().findFirst().orElseThrow(Tickets::noFile);
        }
        var ticket = em.find(Ticket.class, ((Number) place.get()[0]).longValue());
        var internal = (Boolean) place.get()[1];
        if (!canRead(person, ticket) || (internal && !TicketAccess.canReadNotes(person))) {
            throw noFile();
        }
        return attachments.find(List.of(id)).get(0);
    }

    private static NotFound noFile() {
        return new NotFound("attachments.not-found");
    }
}
