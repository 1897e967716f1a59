package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiche.units.ServiceMetric;

/** Reads the clocks of tickets, and where they stayed. */
@Dependent
class Measurements {

    @PersistenceContext
    EntityManager em;

    /** What is measured now, and what is measured once and for all. */
    List<ServiceClock> clocks(Ticket ticket) {
        return clocks(List.of(ticket.id));
    }

    /** The same of several tickets. */
    List<ServiceClock> clocks(List<Long> tickets) {
        return new ArrayList<>(em.createQuery("""
                        select c from ServiceClock c where c.ticketId in :tickets
                        and (c.stoppedAt is null or c.metric in (org.guiche.units.ServiceMetric.FIRST_RESPONSE,
                            org.guiche.units.ServiceMetric.RESOLUTION))
                        order by c.id""", ServiceClock.class)
                .setParameter("tickets", tickets)
                .getResultList());
    }

    /** The first of that metric. */
    static Optional<ServiceClock> find(List<ServiceClock> clocks, ServiceMetric metric) {
        return clocks.stream().filter(one -> one.metric() == metric).findFirst();
    }

    /** Whether one of that metric goes on. */
    static boolean isRunning(List<ServiceClock> clocks, ServiceMetric metric) {
        return clocks.stream().anyMatch(one -> one.metric() == metric && one.isRunning());
    }

    /** All that was ever measured. */
    List<ServiceClock> everything(Ticket ticket) {
        return em.createQuery(
                        "select c from ServiceClock c where c.ticketId = :ticket order by c.id", ServiceClock.class)
                .setParameter("ticket", ticket.id)
                .getResultList();
    }

    /** Where it stayed, oldest first. */
    List<Stay> stays(Ticket ticket) {
        return stays(List.of(ticket.id));
    }

    /** The same of several tickets. */
    List<Stay> stays(List<Long> tickets) {
        return new ArrayList<>(
                em.createQuery("select s from Stay s where s.ticketId in :tickets order by s.id", Stay.class)
                        .setParameter("tickets", tickets)
                        .getResultList());
    }
}
