package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
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
    RatingTable ratings;

    @Inject
    Attachments attachments;

    @Inject
    VisibleTickets visible;

    @Inject
    Readings readings;

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
        return readings.of(visible.get(code, person), person);
    }

    /** The ticket with all that was said and done, and what the person was writing there; of a merged one, where it is told by now. */
    public TicketStory story(TicketCode code, Person person) {
        var ticket = ties.told(find(code, person), person);
        var details = reader.details(ticket, person);
        var all = StoryPart.whole(person);
        var messages = story.messages(ticket.id, all).items();
        readings.of(ticket.id, messages, person);
        return new TicketStory(
                details,
                story.answers(details.form(), ticket.answers),
                messages,
                story.events(ticket, all).items(),
                story.draft(ticket.id, person).orElse(null),
                clocks.read(ticket, person),
                ties.of(ticket.id, person),
                ratings.of(ticket, person));
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
        var ticket = find(code, person);
        var page = story.messages(ticket.id, StoryPart.page(limit, cursor, person));
        readings.of(ticket.id, page.items(), person);
        return page;
    }

    /** A page of what happened, oldest first; internal events only for the staff. */
    public Page<EventDetails> history(TicketCode code, int limit, @Nullable String cursor, Person person) {
        return story.events(find(code, person), StoryPart.page(limit, cursor, person));
    }

    /** A file, to whoever may see the message that it is part of, or to its owner before it is part of one. */
    public StoredFile file(UUID id, Person person) {
        var readable = queries.isInReadableMessage(id, person);
        if (readable && person.isStaff()) {
            queries.ticketOf(id).ifPresent(origin -> readings.ofFile(origin.ticketId(), origin.requesterId(), person));
        }
        var found = readable ? attachments.find(List.of(id)) : attachments.unused(List.of(id), person);
        return found.stream().findFirst().orElseThrow(() -> new NotFound("attachments.not-found"));
    }
}
