package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** What the staff says: answers to everybody, notes among themselves. */
@Stateless
public class Replies {

    @Inject
    HeldTickets held;

    @Inject
    IdentityGate gate;

    @Inject
    Progress progress;

    @Inject
    Saying saying;

    /**
     * Answers, or leaves a note; goes to another status in the same step where one is named. Refuses to answer, and to solve, what is
     * sensitive and asked for by nobody knows whom (S4-04).
     */
    public Said add(TicketCode code, Reply reply, Person agent, @Nullable Integer version) {
        var ticket = held.toAnswer(code, agent, version);
        if (ticket.status.category() == StatusCategory.CLOSED && !reply.internal()) {
            throw new RuleViolation("tickets.closed");
        }
        if (!reply.internal() || progress.solves(ticket, reply.thenStatus())) {
            gate.pass(ticket);
        }
        return saying.say(new Act(ticket, agent, reply.channel()), reply);
    }
}
