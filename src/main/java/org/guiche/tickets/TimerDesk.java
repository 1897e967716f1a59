package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;

/**
 * What administrators see and do about what happens by itself: how much is late, what failed for good, once more or never. Both are
 * written into the history of the ticket, with who did it.
 */
@Stateless
public class TimerDesk {

    @PersistenceContext
    EntityManager em;

    @Inject
    TimerBacklog backlog;

    @Inject
    Ledger ledger;

    /** How it stands. Refuses everybody but administrators. */
    public TimerState look(Person person) {
        require(person);
        return backlog.state();
    }

    /** That one is tried again, as often as a new one. Refuses one that there is not, or that did not fail five times. */
    public void retry(long id, Person person) {
        var timer = failed(id, person);
        timer.tryAgain();
        record(timer, EventType.TIMER_RETRIED, person);
    }

    /** That one will not happen. */
    public void drop(long id, Person person) {
        var timer = failed(id, person);
        em.remove(timer);
        record(timer, EventType.TIMER_DROPPED, person);
    }

    private TicketTimer failed(long id, Person person) {
        require(person);
        var timer = em.find(TicketTimer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (timer == null || !timer.isGivenUp()) {
            throw new NotFound("tickets.timers.gone");
        }
        return timer;
    }

    private void record(TicketTimer timer, EventType type, Person person) {
        var ticket = em.find(Ticket.class, timer.ticketId);
        ticket.touched(ledger.now());
        ledger.record(new Act(ticket, person, Channel.PORTAL), type, null, timer.kind.name());
        ledger.announce(ticket);
    }

    private static void require(Person person) {
        if (!person.isAdministrator()) {
            throw new AccessDenied("tickets.timers.denied");
        }
    }
}
