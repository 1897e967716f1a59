package org.guiche.reporting;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.tickets.Figures;
import org.guiche.units.ServiceChanged;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the figures of reports in step with the tickets, a few hundred tickets in a transaction; on one node at a time, so that what is
 * taken out of a cell is what had been put in.
 */
@Stateless
public class Reckoning {

    private static final int AT_ONCE = 500;
    /** By then every node has looked at the units again. */
    private static final int SECONDS_TO_KNOW = 2;
    /** Of the database's locks that are none of a row: the reckoning of reports. */
    private static final int LOCK = 38_001;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Figures figures;

    @Inject
    FactStore facts;

    @Inject
    PackedMonths months;

    @Inject
    Labels labels;

    /** A unit serves at other hours, or promises something else: what its tickets took is reckoned again, in steps. */
    public void ask(@Observes ServiceChanged change) {
        em.createNativeQuery("""
                        insert into reporting_recount (unit_id, asked_at) values (?1, ?2)
                        on conflict (unit_id) do update set after_id = 0, asked_at = ?2""")
                .setParameter(1, change.unitId())
                .setParameter(2, now().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Brings some tickets up to date that changed; whether there may be more. */
    public boolean step() {
        if (!isAlone()) {
            return false;
        }
        var asked = now();
        labels.hold();
        var touched = figures.takeTouched(AT_ONCE);
        if (touched.isEmpty()) {
            em.createNativeQuery("""
                            insert into reporting_state (reckoned_at) values (?1) on conflict (id) do update set reckoned_at = ?1""")
                    .setParameter(1, asked.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
            return false;
        }
        facts.replace(figures.of(touched));
        return true;
    }

    /** The next step of what is counted again, where that is asked for; whether there was one. */
    public boolean recount() {
        if (!isAlone()) {
            return false;
        }
        var row = asked();
        if (row == null) {
            return false;
        }
        var unit = ((Number) row[0]).longValue();
        if (unit == Recounts.CELLS) {
            facts.recount();
            done(unit);
            return true;
        }
        labels.hold();
        var tickets = figures.ofUnit(unit, ((Number) row[1]).longValue(), AT_ONCE);
        facts.replace(figures.of(tickets));
        if (tickets.size() < AT_ONCE) {
            done(unit);
        } else {
            em.createNativeQuery("update reporting_recount set after_id = ?2 where unit_id = ?1")
                    .setParameter(1, unit)
                    .setParameter(2, tickets.get(tickets.size() - 1))
                    .executeUpdate();
        }
        return true;
    }

    /** Packs the next month of which nothing changed for a while; whether there was one. */
    public boolean pack() {
        return isAlone() && months.packNext();
    }

    private Object @Nullable [] asked() {
        List<?> rows = em.createNativeQuery("""
                        select unit_id, after_id from reporting_recount where asked_at <= ?1 order by unit_id desc limit 1 for update""")
                .setParameter(1, now().minusSeconds(SECONDS_TO_KNOW).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.get(0);
    }

    private void done(long unit) {
        em.createNativeQuery("delete from reporting_recount where unit_id = ?1")
                .setParameter(1, unit)
                .executeUpdate();
    }

    private boolean isAlone() {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    private Instant now() {
        return clock.instant();
    }
}
