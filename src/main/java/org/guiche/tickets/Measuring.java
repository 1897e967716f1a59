package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.time.ClockKind;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Units;

/** Measures how long the last tickets of a unit took, so that it can be read without measuring (PRODUCT 4). */
@Stateless
public class Measuring {

    /** So many of the last ones are measured. */
    static final int LAST = 200;

    /** With fewer there is nothing to say. */
    static final int FEWEST = 10;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Measurements measurements;

    /** Measures that unit; what was published before goes where there are too few now. */
    public void measure(long unitId) {
        var unit = units.get(unitId);
        var tickets = last(unit);
        if (tickets.size() < FEWEST) {
            em.createNativeQuery("delete from tickets_measured where unit_id = ?1")
                    .setParameter(1, unitId)
                    .executeUpdate();
            return;
        }
        var stays = measurements.stays(tickets.stream().map(ticket -> ticket.id).toList()).stream()
                .collect(Collectors.groupingBy(Stay::ticketId));
        var took = tickets.stream()
                .map(ticket -> took(ticket, unit, stays))
                .sorted()
                .toList();
        keep(unit, FigureReckoner.clock(unit), took);
    }

    private List<Ticket> last(BusinessUnit unit) {
        return em.createQuery("""
                        select t from Ticket t where t.unitId = :unit and t.deadlines.resolvedAt is not null
                        order by t.deadlines.resolvedAt desc""", Ticket.class)
                .setParameter("unit", unit.id())
                .setMaxResults(LAST)
                .getResultList();
    }

    private static Duration took(Ticket ticket, BusinessUnit unit, Map<Long, List<Stay>> stays) {
        var paused = PausedTime.of(stays.getOrDefault(ticket.id, List.of()), ServiceMetric.RESOLUTION);
        var solved = ticket.deadlines().solvedAt().orElseThrow();
        return FigureReckoner.business(unit, ticket.origin.createdAt(), solved, paused.until(solved));
    }

    private void keep(BusinessUnit unit, ClockKind kind, List<Duration> took) {
        em.createNativeQuery("""
                        insert into tickets_measured (unit_id, solved, median_minutes, ninetieth_minutes, clock, measured_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (unit_id) do update set solved = ?2, median_minutes = ?3, ninetieth_minutes = ?4,
                            clock = ?5, measured_at = ?6""")
                .setParameter(1, unit.id())
                .setParameter(2, took.size())
                .setParameter(3, minutes(took, 50))
                .setParameter(4, minutes(took, 90))
                .setParameter(5, kind.name())
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** In how many minutes, rounded up, so many percent were solved. */
    private static long minutes(List<Duration> sorted, int percent) {
        var rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1).plusSeconds(59).toMinutes();
    }
}
