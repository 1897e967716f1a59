package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.shared.RuleViolation;

/** What the staff says, and what that does to the ticket, once it is clear that it may be said. */
@Dependent
class Saying {

    @PersistenceContext
    EntityManager em;

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
    Said say(Act act, Reply reply) {
        var ticket = act.ticket();
        var message = ledger.say(act, reply);
        var moved = follow(act, reply);
        em.flush();
        if (!reply.internal()) {
            replied.fire(new TicketReplied(ticket.id, message.id, true));
        } else if (moved) {
            progressed.fire(new TicketProgressed(ticket.id));
        }
        ledger.announce(ticket);
        return new Said(reader.message(message, act.person()), ticket.version);
    }

    private boolean follow(Act act, Reply reply) {
        if (reply.internal()) {
            ledger.noted(act);
        } else {
            answer(act, reply);
        }
        if (reply.thenStatus() == null
                && reply.reason() != null
                && !reply.reason().isBlank()) {
            throw RuleViolation.of("reason", "tickets.reason.unknown", reply.reason());
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
