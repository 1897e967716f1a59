package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiche.accounts.Person;
import org.guiche.shared.SqlArray;
import org.guiche.tickets.Queues.Counts;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;

/** What waits where, and for whom. It costs as much as there is to do, however much was done. */
@Dependent
class Waiting {

    @PersistenceContext
    EntityManager em;

    @Inject
    Sectors sectors;

    @Inject
    Entries entries;

    Counts counts(Person agent) {
        var own = (Object[]) em.createNativeQuery(
                        "select (select count(*) from tickets_ticket t where t.assignee_id = ?1 and "
                                + Queues.UNFINISHED + "), (select count(*) from tickets_ticket t where t.in_triage and "
                                + "t.sector_id = any(cast(?2 as bigint[])))")
                .setParameter(1, agent.id())
                .setParameter(
                        2,
                        SqlArray.of(entries.of(agent).stream().map(Sector::id).toList()))
                .getSingleResult();
        return new Counts(number(own[0]), number(own[1]), queues(agent));
    }

    /** How many are unfinished in each of the sectors that the person works in. */
    private Map<String, Integer> queues(Person agent) {
        var counts = new TreeMap<String, Integer>();
        sectors.of(agent).stream().map(Sector::key).forEach(key -> counts.put(key, 0));
        List<?> found = em.createNativeQuery(
                        "select t.sector_id, count(*) from tickets_ticket t where " + Queues.UNFINISHED + " group by 1")
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
