package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.partners.FormerOpenings;
import org.guiche.units.Units;

/** Opens a ticket that goes on where another one ended, with its context and those in copy. */
@Dependent
class FollowUps {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    FormerOpenings former;

    @Inject
    TicketQueries queries;

    @Inject
    Promises promises;

    @Inject
    ServiceClocks clocks;

    @Inject
    Ties ties;

    @Inject
    Ledger ledger;

    @Inject
    Event<TicketOpened> opened;

    /** What was said opens a ticket of its own; both tell of each other. Gives the message there. */
    Message open(Act act, Reply reply) {
        var text = Ledger.checked(RichText.of(reply.format(), reply.body()), "body");
        var before = act.ticket();
        former.requireOpen(before.origin.companyId());
        var there = begin(act);
        var ticket = there.ticket();
        tie(ticket, before, act);
        before.active(ledger.now());
        ledger.addCc(ticket, reply.cc());
        var message = ledger.begin(there, reply, text, ticket.subject);
        announce(there);
        return message;
    }

    /** A new ticket with the context and the copies of that one, in the entry sector. */
    Act begin(Act act) {
        var before = act.ticket();
        var unit = units.get(before.unitId);
        var origin = before.origin.continued(act.person(), act.channel(), ledger.now());
        var ticket = Ticket.following(queries.nextCode(), before, unit, origin);
        var promise = promises.of(before, unit, before.urgency.priority());
        ticket.promise(promise, ledger.now());
        em.persist(ticket);
        clocks.begin(ticket, unit, promise);
        var there = new Act(ticket, act.actor(), act.channel());
        ledger.record(there, EventType.CREATED);
        return there;
    }

    /** The new ticket is there, with what is said in it. */
    void announce(Act there) {
        var ticket = there.ticket();
        em.flush();
        opened.fire(new TicketOpened(
                ticket.id,
                there.person().email().equals(Contact.of(ticket.contact).email())));
        ledger.announce(ticket);
    }

    private void tie(Ticket ticket, Ticket before, Act act) {
        em.flush();
        ties.tie(ticket.id, LinkRole.FOLLOW_UP, before.id, act.person());
        var there = new Act(ticket, act.actor(), act.channel());
        ledger.record(there, EventType.CONTINUES, before.code().digits(), null);
        ledger.record(act, EventType.CONTINUED, null, ticket.code().digits());
    }

    /** A ticket that was written anew goes on where that one ended, if the person may still see that, and it is the same group's. */
    void continues(TicketCode code, TicketCode earlier, Person person) {
        var before = em.find(Ticket.class, earlier.number(), LockModeType.PESSIMISTIC_WRITE);
        var ticket = em.find(Ticket.class, code.number());
        if (before != null
                && TicketAccess.canRead(person, before)
                && before.origin.groupId() == ticket.origin.groupId()) {
            tie(ticket, before, new Act(before, person, ticket.origin.channel()));
            before.active(ledger.now());
            em.flush();
            ledger.announce(before);
        }
    }
}
