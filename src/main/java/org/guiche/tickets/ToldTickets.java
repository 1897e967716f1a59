package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiche.accounts.Groups;
import org.guiche.accounts.People;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** What the channels tell of tickets, and whom: no access is checked here, for who is told follows from the ticket. */
@Stateless
public class ToldTickets {

    @PersistenceContext
    EntityManager em;

    @Inject
    TicketReader reader;

    @Inject
    People people;

    @Inject
    Groups groups;

    @Inject
    Sectors sectors;

    /** What may be told outside of a ticket and, where given, of one of its public messages. */
    public TicketNews news(long ticketId, @Nullable Long messageId) {
        return reader.news(em.find(Ticket.class, ticketId), messageId);
    }

    /**
     * Where those who asked are reached: whom the ticket names and who is in copy. A partner's ticket follows its contract: where the
     * requester is its general user no more, whoever is now hears of it instead; where nobody is, nobody does.
     */
    public Set<String> reached(TicketNews news) {
        var origin = em.find(Ticket.class, news.code().number()).origin;
        var reached = new LinkedHashSet<String>();
        var users = groups.isPartners(origin.groupId()) ? people.members(List.of(origin.groupId())) : null;
        if (users == null || users.stream().anyMatch(user -> user.id() == origin.requesterId())) {
            reached.add(news.contactEmail());
            reached.addAll(news.cc());
        } else if (!users.isEmpty()) {
            reached.addAll(news.cc());
            reached.remove(news.contactEmail());
            users.forEach(user -> reached.add(user.email()));
        }
        return reached;
    }

    /** Who asked and who works on it. */
    public TicketParties parties(long ticketId) {
        var ticket = em.find(Ticket.class, ticketId);
        return new TicketParties(ticket.origin.requesterId(), ticket.assigneeId);
    }

    /** The supervisors who answer for each of these tickets: their addresses by id. */
    public Map<Long, Map<Long, String>> supervisors(Collection<Long> ticketIds) {
        var ofSector = new HashMap<Long, Map<Long, String>>();
        var ofTicket = new HashMap<Long, Map<Long, String>>();
        for (var id : ticketIds) {
            var sectorId = em.find(Ticket.class, id).sectorId;
            ofTicket.put(
                    id,
                    ofSector.computeIfAbsent(
                            sectorId,
                            sector -> people.supervisors(sectors.members(sector), sectors.supervisors(sector))));
        }
        return Collections.unmodifiableMap(ofTicket);
    }
}
