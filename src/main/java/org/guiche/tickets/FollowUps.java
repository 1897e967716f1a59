package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import org.guiche.units.Units;

/** Opens a ticket that goes on where another one ended, with its context and those in copy. */
@Dependent
class FollowUps {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    TicketQueries queries;

    @Inject
    Promises promises;

    @Inject
    ServiceClocks clocks;

    @Inject
    Ledger ledger;

    @Inject
    Event<TicketOpened> opened;

    /** What was said opens a ticket of its own; both tell of each other. Gives the message there. */
    Message open(Act act, Reply reply) {
        var before = act.ticket();
        var unit = units.get(before.unitId);
        var origin = before.origin.continued(act.person(), act.channel(), ledger.now());
        var ticket = Ticket.following(queries.nextCode(), before, unit, origin);
        var promise = promises.of(before, unit, before.urgency.priority());
        ticket.promise(promise, ledger.now());
        em.persist(ticket);
        clocks.begin(ticket, unit, promise);
        link(ticket, before, act);
        var there = new Act(ticket, act.actor(), act.channel());
        ledger.record(there, EventType.CREATED);
        ledger.record(there, EventType.CONTINUES, before.code().digits(), null);
        ledger.record(act, EventType.CONTINUED, null, ticket.code().digits());
        before.active(ledger.now());
        ledger.addCc(ticket, reply.cc());
        var message = ledger.begin(there, reply, RichText.of(reply.format(), reply.body()), ticket.subject);
        em.flush();
        opened.fire(new TicketOpened(ticket.id, true));
        ledger.announce(ticket);
        return message;
    }

    private void link(Ticket ticket, Ticket before, Act act) {
        em.createNativeQuery("insert into tickets_link values (?1, ?2, 'FOLLOW_UP', ?3, ?4)")
                .setParameter(1, ticket.id)
                .setParameter(2, before.id)
                .setParameter(3, ledger.now().atOffset(ZoneOffset.UTC))
                .setParameter(4, act.person().id())
                .executeUpdate();
    }
}
