package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** Whether somebody of the staff takes more tickets: not while away, nor with as many open ones as the limit says. */
@Dependent
class Readiness {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /** In work: what waits for the requester or for others keeps nobody busy. */
    private static final String OPEN =
            "select count(*) from tickets_ticket t where t.assignee_id = ?1 and t.category = 'OPEN'";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Refuses who is away or has enough. Two presses at once are counted one after the other. */
    void require(Person agent) {
        List<?> rows = em.createNativeQuery(
                        "select most_open, absent_until from tickets_capacity where person_id = ?1 for update")
                .setParameter(1, agent.id())
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            requirePresent(columns[1] == null ? null : SummaryRows.at(columns[1]));
            requireRoom(agent, columns[0] == null ? Integer.MAX_VALUE : ((Number) columns[0]).intValue());
        }
    }

    private void requirePresent(@Nullable Instant until) {
        var now = clock.instant();
        if (until != null && until.isAfter(now)) {
            throw new RuleViolation("tickets.take.absent", new Wording(BRASILIA).shortDeadline(until, now));
        }
    }

    private void requireRoom(Person agent, int most) {
        if (most == Integer.MAX_VALUE) {
            return;
        }
        var open =
                ((Number) em.createNativeQuery(OPEN).setParameter(1, agent.id()).getSingleResult()).intValue();
        if (open >= most) {
            throw new RuleViolation("tickets.take.full", open, most);
        }
    }
}
