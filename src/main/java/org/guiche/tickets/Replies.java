package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** What the staff says: answers to everybody, notes among themselves. */
@Stateless
public class Replies {

    @PersistenceContext
    EntityManager em;

    @Inject
    HeldTickets held;

    @Inject
    Progress progress;

    @Inject
    Ledger ledger;

    @Inject
    ServiceClocks clocks;

    @Inject
    TicketReader reader;

    @Inject
    Event<TicketReplied> replied;

    @Inject
    Event<TicketProgressed> progressed;

    /** Answers, or leaves a note; goes to another status in the same step where one is named. */
    public Said add(TicketCode code, Reply reply, Person agent, @Nullable Integer version) {
        var ticket = held.toAnswer(code, agent, version);
        if (ticket.status.category() == StatusCategory.CLOSED && !reply.internal()) {
            throw new RuleViolation("tickets.closed");
        }
        var act = new Act(ticket, agent, reply.channel());
        var message = ledger.say(act, reply);
        var moved = follow(act, reply);
        em.flush();
        if (!reply.internal()) {
            replied.fire(new TicketReplied(ticket.id, message.id, true));
        } else if (moved) {
            progressed.fire(new TicketProgressed(ticket.id));
        }
        ledger.announce(ticket);
        return new Said(reader.message(message, agent), ticket.version);
    }

    private boolean follow(Act act, Reply reply) {
        if (reply.internal()) {
            ledger.noted(act);
        } else {
            answer(act, reply);
        }
        return reply.thenStatus() != null && progress.become(act, reply.thenStatus(), reply.reason());
    }

    private void answer(Act act, Reply reply) {
        var ticket = act.ticket();
        ticket.answered(ledger.now());
        clocks.told(ticket);
        ledger.addCc(ticket, reply.cc());
        ledger.record(act, EventType.MESSAGE_ADDED);
        if (ticket.assigneeId == null && ticket.status.category().isUnfinished()) {
            progress.give(act, act.person());
        }
    }
}
