package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.shared.RuleViolation;
import org.guiche.units.StatusLeaving;
import org.guiche.units.Units;

/** Keeps statuses that tickets are in: unfinished ones need a status that is offered, all of them one that means the same. */
@Dependent
class OccupiedStatuses {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    void refuse(@Observes StatusLeaving status) {
        var finished = status.recategorised() ? "" : " and category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')";
        var tickets = ((Number) em.createNativeQuery(
                                "select count(*) from tickets_ticket where unit_id = ?1 and status_id = ?2" + finished)
                        .setParameter(1, status.unitId())
                        .setParameter(2, status.statusId())
                        .getSingleResult())
                .longValue();
        if (tickets > 0) {
            var name = units.get(status.unitId()).status(status.statusId()).name();
            throw RuleViolation.of(
                    "statuses",
                    status.recategorised() ? "tickets.status.occupied.category" : "tickets.status.occupied",
                    name,
                    tickets);
        }
    }
}
