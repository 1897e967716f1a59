package org.guiche.tickets;

import static org.guiche.tickets.TicketAccess.readable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * The front door: open a ticket, read it. One public method is one use case, one transaction, one access check; a ticket that the
 * person may not see does not exist.
 */
@Stateless
public class Tickets {

    @PersistenceContext
    EntityManager em;

    @Inject
    Opener opener;

    @Inject
    OpeningLimit limit;

    @Inject
    Ledger ledger;

    @Inject
    TicketReader reader;

    @Inject
    StoryReader story;

    @Inject
    TicketQueries queries;

    @Inject
    ClockReader clocks;

    @Inject
    Ties ties;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Attachments attachments;

    @Inject
    Event<TicketOpened> opened;

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
        limit.count(person);
        var made = opener.open(request, person);
        em.flush();
        opened.fire(new TicketOpened(made.ticket().id, made.contactIs(person)));
        ledger.announce(made.ticket());
        return reader.details(made.ticket(), names(made, person), person);
    }

    /** The opener knows the names already, unless it opens for a group of others. */
    private TicketQueries.Names names(Opener.Made made, Person opener) {
        var group = opener.membership(made.ticket().origin.groupId());
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

    /** The ticket with all that was said and done, and what the person was writing there; of a merged one, where it is told by now. */
    public TicketStory story(TicketCode code, Person person) {
        var ticket = ties.told(find(code, person), person);
        var details = reader.details(ticket, person);
        var all = StoryPart.whole(person);
        return new TicketStory(
                details,
                story.answers(details.form(), ticket.answers),
                story.messages(ticket.id, all).items(),
                story.events(ticket, all).items(),
                story.draft(ticket.id, person).orElse(null),
                clocks.read(ticket, person),
                ties.of(ticket.id, person));
    }

    /** What is measured of it, and why it is due when it is. */
    public List<ClockDetails> deadlines(TicketCode code, Person person) {
        return clocks.read(find(code, person), person);
    }

    /** The same with the ticket, for who asks for the whole explanation. */
    public TicketClocks explained(TicketCode code, Person person) {
        var ticket = find(code, person);
        return new TicketClocks(reader.details(ticket, person), clocks.read(ticket, person));
    }

    /** A page of what was said, oldest first; notes only for the staff. */
    public Page<MessageDetails> conversation(TicketCode code, int limit, @Nullable String cursor, Person person) {
        return story.messages(find(code, person).id, StoryPart.page(limit, cursor, person));
    }

    /** A page of what happened, oldest first; internal events only for the staff. */
    public Page<EventDetails> history(TicketCode code, int limit, @Nullable String cursor, Person person) {
        return story.events(find(code, person), StoryPart.page(limit, cursor, person));
    }

    /** What may be told outside of a ticket and, where given, of one of its public messages. For the channels. */
    public TicketNews news(long ticketId, @Nullable Long messageId) {
        return reader.news(em.find(Ticket.class, ticketId), messageId);
    }

    /** Who asked and who works on it. For the channels. */
    public TicketParties parties(long ticketId) {
        var ticket = em.find(Ticket.class, ticketId);
        return new TicketParties(ticket.origin.requesterId(), ticket.assigneeId);
    }

    /** The supervisors who answer for each of these tickets: their addresses by id. For the channels. */
    public Map<Long, Map<Long, String>> supervisors(Collection<Long> ticketIds) {
        var ofSector = new HashMap<Long, Map<Long, String>>();
        var ofTicket = new HashMap<Long, Map<Long, String>>();
        for (var id : ticketIds) {
            var sectorId = em.find(Ticket.class, id).sectorId;
            ofTicket.put(id, ofSector.computeIfAbsent(sectorId, sector -> people.supervisors(sectors.members(sector))));
        }
        return Collections.unmodifiableMap(ofTicket);
    }

    /** A file, to whoever may see the message that it is part of, or to its owner before it is part of one. */
    public StoredFile file(UUID id, Person person) {
        var readable = queries.isInReadableMessage(id, person);
        var found = readable ? attachments.find(List.of(id)) : attachments.unused(List.of(id), person);
        return found.stream().findFirst().orElseThrow(() -> new NotFound("attachments.not-found"));
    }
}
