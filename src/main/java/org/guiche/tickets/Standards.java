package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Target;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * What requesters may expect of each unit: its live promises, and what was measured of its last tickets. Anybody may know it.
 * Cheap: nothing is measured when it is asked for.
 */
@Stateless
public class Standards {

    private static final int HALF_AN_HOUR = 30;
    private static final int AN_HOUR = 60;

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    /** What one unit promises, in its classifications, priorities and service levels, and what was measured where enough was. */
    public record Standard(BusinessUnit unit, @Nullable MeasuredTimes measured) {}

    /** Of all units that take tickets, in the tree's order. */
    public List<Standard> all() {
        return units.all().stream()
                .map(unit -> new Standard(unit, measured(unit).orElse(null)))
                .toList();
    }

    /** What was measured of that unit; empty until it has solved enough. */
    public Optional<MeasuredTimes> measured(BusinessUnit unit) {
        List<?> rows = em.createNativeQuery("""
                        select solved, median_minutes, ninetieth_minutes, clock, measured_at
                        from tickets_measured where unit_id = ?1""").setParameter(1, unit.id()).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(Standards::times).findFirst();
    }

    private static MeasuredTimes times(Object[] row) {
        var clock = ClockKind.valueOf((String) row[3]);
        return new MeasuredTimes(
                number(row[0]), published(number(row[1]), clock), published(number(row[2]), clock), instant(row[4]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }

    /** Rounded up, so that nobody is told less: to half hours, from two hours on to hours. */
    private static Target published(int minutes, ClockKind clock) {
        var step = minutes <= 2 * AN_HOUR ? HALF_AN_HOUR : AN_HOUR;
        return new Target(Amount.minutes(Math.max(1, (minutes + step - 1) / step) * (long) step), clock);
    }

    /** What is usual in a unit, in a sentence: as measured, else in the words of whoever set it up; empty where neither is known. */
    public Optional<String> expectation(BusinessUnit unit) {
        return measured(unit)
                .map(MeasuredTimes::sentence)
                .or(() -> Optional.ofNullable(unit.settings().expectation()));
    }
}
