package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;

/** The tickets that belong to a person's data (LGPD, art. 19): what that person asked for, as that person may read it. */
@Stateless
public class PersonalTickets {

    private static final int MOST_WORDS = 2000;

    /** Of those who do not work here. */
    private static final String CONCERNED = """
            select p.id from accounts_person p where not exists (select 1 from accounts_role r where r.person_id = p.id) and p.id in (
                select t.requester_id from tickets_ticket t where %1$s
                union select m.author_id from tickets_ticket t join tickets_message m on m.ticket_id = t.id where %1$s)""";

    @PersistenceContext
    EntityManager em;

    @Inject
    People people;

    @Inject
    TicketReader reader;

    @Inject
    StoryReader story;

    @Inject
    RatingTable ratings;

    /** Their codes, oldest first. */
    public List<TicketCode> of(long personId) {
        return ids("select id from tickets_ticket where requester_id = ?1 order by id", personId).stream()
                .map(TicketCode::new)
                .toList();
    }

    /** One of them, without anything that is among the staff. */
    public PublicHistory read(TicketCode code, long personId) {
        var ticket = em.find(Ticket.class, code.number());
        if (ticket == null || ticket.origin.requesterId() != personId) {
            throw new NotFound("tickets.not-found");
        }
        var all = new StoryPart(false, null, null);
        var person = outside(personId);
        return new PublicHistory(
                reader.details(ticket, person),
                story.messages(ticket.id, all).items(),
                story.events(ticket, all).items(),
                ratings.of(ticket, person));
    }

    /** The person without any right: what is read for everybody's eyes is read the same whoever it is. */
    private Person outside(long personId) {
        return new Person(personId, people.name(personId), "", null, null, Set.of(), List.of());
    }

    /** What the person wrote for everybody to read in tickets of others: the ids of the messages, the newest two thousand at most. */
    public List<Long> elsewhere(long personId) {
        return ids("""
                select m.id from tickets_message m join tickets_ticket t on t.id = m.ticket_id
                where m.author_id = ?1 and t.requester_id <> ?1 and not m.internal order by m.id desc limit\s""" + MOST_WORDS, personId);
    }

    /** One of these messages: where and when it was written, and its words. */
    public Words words(long messageId) {
        var message = em.find(Message.class, messageId);
        return new Words(new TicketCode(message.ticketId), message.createdAt, message.plain);
    }

    /** Whose data is in that ticket: who asked and who wrote there; of nobody where there is no such ticket. */
    public Set<Long> peopleOf(TicketCode code) {
        return Set.copyOf(ids(CONCERNED.formatted("t.id = ?1"), code.number()));
    }

    /** The same of the tickets that an agent has or had written in. */
    public Set<Long> peopleOfAgent(long personId) {
        return Set.copyOf(ids(
                CONCERNED.formatted(
                        "(t.assignee_id = ?1 or exists (select 1 from tickets_message o where o.ticket_id = t.id and o.author_id = ?1))"),
                personId));
    }

    /** The same of the tickets that the file is part of. */
    public Set<Long> peopleOfFile(UUID file) {
        List<?> ids = em.createNativeQuery(CONCERNED.formatted("""
                        t.id in (select o.ticket_id from tickets_message o join tickets_message_file f on f.message_id = o.id
                            where f.file_id = cast(?1 as uuid))"""))
                .setParameter(1, file.toString())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    }

    /** The tickets that the person has to do with: asked, opened, written in, or in copy of. */
    public List<Long> with(long personId) {
        return ids("""
                select id from tickets_ticket where requester_id = ?1 or opened_by_id = ?1
                union select ticket_id from tickets_message where author_id = ?1
                union select t.id from tickets_ticket t, accounts_person p where p.id = ?1 and t.cc @> to_jsonb(array[p.email])""", personId);
    }

    private List<Long> ids(String sql, long personId) {
        List<?> ids = em.createNativeQuery(sql).setParameter(1, personId).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
