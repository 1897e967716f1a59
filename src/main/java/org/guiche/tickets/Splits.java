package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.units.FormRules;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** Takes a part of a conversation into a ticket of its own; it stays where it was said, with a mark. */
@Stateless
public class Splits {

    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    HeldTickets held;

    @Inject
    Ties ties;

    @Inject
    FollowUps followUps;

    @Inject
    Sectors sectors;

    @Inject
    TicketQueries queries;

    @Inject
    TicketReader reader;

    @Inject
    Ledger ledger;

    /**
     * Opens a ticket of the same requester and group, with the same context, for these messages; both tell of each other. Refuses
     * none, too many, notes, what was taken out already, and what is not told in this ticket. The answer is the new one.
     */
    public TicketDetails split(TicketCode code, Split split, Person agent, @Nullable Integer version) {
        var ticket = held.toWork(code, agent, version);
        var messages = messages(ticket, split.messages());
        var act = new Act(ticket, agent, split.channel());
        var there = followUps.begin(act);
        var made = there.ticket();
        made.move(sectors.get(ticket.sectorId), ledger.now());
        made.rename(subject(ticket, split.subject()), ledger.now());
        copy(messages, made);
        ties.tie(made.id, LinkRole.RELATED, ticket.id, agent);
        ledger.record(there, EventType.SPLIT_FROM, ticket.code().digits(), null);
        ledger.record(act, EventType.SPLIT_INTO, null, made.code().digits());
        ticket.active(ledger.now());
        followUps.announce(there);
        ledger.announce(ticket);
        return reader.details(made, agent);
    }

    private static String subject(Ticket ticket, @Nullable String given) {
        var clean = given == null ? "" : given.strip().replaceAll("\\p{Cntrl}", " ");
        if (clean.length() > FormRules.LONGEST_SUBJECT) {
            throw RuleViolation.of("subject", "tickets.subject.long", FormRules.LONGEST_SUBJECT);
        }
        return clean.isEmpty() ? ticket.subject : clean;
    }

    private List<Message> messages(Ticket ticket, List<Long> ids) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw RuleViolation.of("messages", "tickets.split.count", MOST);
        }
        var told = ties.tells(ticket.id);
        var messages = em.createQuery(
                        "select m from Message m where m.id in :ids and m.ticketId in :told order by m.createdAt, m.id",
                        Message.class)
                .setParameter("ids", ids)
                .setParameter("told", told)
                .getResultList();
        if (messages.size() < ids.size()) {
            throw RuleViolation.of("messages", "tickets.split.unknown");
        }
        if (messages.stream().anyMatch(message -> message.internal)) {
            throw RuleViolation.of("messages", "tickets.split.note");
        }
        requireWhole(ids);
        return messages;
    }

    private void requireWhole(List<Long> ids) {
        for (var id : ids) {
            List<?> taken = em.createNativeQuery("select 1 from tickets_split where message_id = ?1")
                    .setParameter(1, id)
                    .getResultList();
            if (!taken.isEmpty()) {
                throw RuleViolation.of("messages", "tickets.split.twice");
            }
        }
    }

    private void copy(List<Message> messages, Ticket made) {
        var heading = made.subject;
        for (var said : messages) {
            var copy = Message.copy(said, made.id).under(heading);
            heading = "";
            em.persist(copy);
            em.flush();
            queries.attachFilesOf(said.id, copy.id);
            em.createNativeQuery("insert into tickets_split (message_id, copy_id) values (?1, ?2)")
                    .setParameter(1, said.id)
                    .setParameter(2, copy.id)
                    .executeUpdate();
        }
    }
}
