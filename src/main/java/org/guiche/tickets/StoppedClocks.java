package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.guiche.time.Span;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Status;

/** Lets all that is measured of a ticket stand still while it is merged into another one, and go on where it comes back. */
@Dependent
class StoppedClocks {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Measurements measurements;

    @Inject
    Promises promises;

    @Inject
    ServiceClocks clocks;

    @Inject
    Timers timers;

    /** The ticket was merged just now: nothing of it is owed any more, and nothing happens to it by itself. */
    void stop(Ticket ticket, BusinessUnit unit) {
        var stays = measurements.stays(ticket);
        var stay = Stay.merged(ticket, unit.settings().sac());
        em.persist(stay);
        stays.add(stay);
        var running = measurements.clocks(ticket);
        running.forEach(one -> one.stop(ticket.status.since()));
        timers.leave(ticket);
        clocks.settle(ticket, unit, running, stays);
    }

    /** The ticket is its own again: what that merge stopped goes on, and the time between does not count. */
    void goOn(Ticket ticket, BusinessUnit unit, Status status, Merge merge) {
        var now = clock.instant();
        em.persist(Stay.again(ticket, status, unit.settings().sac(), now));
        measurements.everything(ticket).stream()
                .filter(one -> merge.at().equals(one.stoppedAt()))
                .forEach(ServiceClock::goOn);
        timers.resume(ticket, unit, status, new PausedTime(List.of(new Span(merge.at(), now)), null));
        clocks.promise(ticket, unit, promises.of(ticket, unit, ticket.urgency.priority()));
    }
}
