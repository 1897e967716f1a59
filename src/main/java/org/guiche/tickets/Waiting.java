package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiche.accounts.Person;
import org.guiche.tickets.Queues.Counts;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;

/** What waits where, and for whom. It costs as much as there is to do, however much was done. */
@Dependent
class Waiting {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Sectors sectors;

    Counts counts(Person agent) {
        var own = (Object[]) em.createNativeQuery("""
                        select count(*),
                            count(*) filter (where t.resolution_due < ?2 and t.category in ('NEW', 'OPEN')),
                            count(*) filter (where t.category = 'OPEN'
                                and t.first_response_at is not null and t.status_since > t.first_response_at)
                        from tickets_ticket t where t.assignee_id = ?1 and""" + " " + Queues.UNFINISHED)
                .setParameter(1, agent.id())
                .setParameter(2, endOfDay())
                .getSingleResult();
        var queues = queues(agent);
        var unassigned = queues.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(number(own[0]), unassigned, number(own[1]), number(own[2]), queues);
    }

    private OffsetDateTime endOfDay() {
        var today = clock.instant().atZone(BRASILIA).toLocalDate();
        return today.plusDays(1).atStartOfDay(BRASILIA).toOffsetDateTime();
    }

    /** How many wait in each of the sectors that the person works in. */
    private Map<String, Integer> queues(Person agent) {
        var counts = new TreeMap<String, Integer>();
        sectors.of(agent).stream().map(Sector::key).forEach(key -> counts.put(key, 0));
        List<?> found = em.createNativeQuery(
                        "select t.sector_id, count(*) from tickets_ticket t where t.assignee_id is null and t.category in ('NEW', 'OPEN') group by 1")
                .getResultList();
        for (var row : found) {
            var columns = (Object[]) row;
            counts.computeIfPresent(
                    sectors.get(((Number) columns[0]).longValue()).key(), (key, none) -> number(columns[1]));
        }
        return counts;
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
