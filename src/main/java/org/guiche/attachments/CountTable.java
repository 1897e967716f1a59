package org.guiche.attachments;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The row of what files take, as it was counted last by any node. */
@Dependent
class CountTable {

    @PersistenceContext
    EntityManager em;

    /** A count, and how long it took. */
    record Counted(StorageReport report, Duration took) {

        private static final Duration QUICK = Duration.ofMillis(300);
        private static final Duration HOUR = Duration.ofHours(1);
        private static final int SHARE = 100;

        /** Whether somebody may wait for it. */
        boolean isQuick() {
            return took.compareTo(QUICK) < 0;
        }

        /** After an hour, or later where a hundredth of the time would go into counting. */
        Instant due() {
            var pause = took.multipliedBy(SHARE);
            return report.countedAt().plus(pause.compareTo(HOUR) > 0 ? pause : HOUR);
        }
    }

    Optional<Counted> last() {
        List<?> rows = em.createNativeQuery("select cast(report as text), took_millis from attachments_count")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Counted(
                        StorageJson.read((String) row[0]), Duration.ofMillis(((Number) row[1]).longValue())))
                .findFirst();
    }

    /**
     * Keeps it in place of the one before.
     *
     * @param due when it is to be counted again, whoever looks
     */
    void keep(Counted counted, Instant due) {
        em.createNativeQuery("""
                        insert into attachments_count (counted_at, took_millis, report, due_at) values (?1, ?2, cast(?3 as jsonb), ?4)
                        on conflict (only_one) do update set counted_at = excluded.counted_at,
                            took_millis = excluded.took_millis, report = excluded.report, due_at = excluded.due_at""")
                .setParameter(1, counted.report().countedAt().atOffset(ZoneOffset.UTC))
                .setParameter(2, counted.took().toMillis())
                .setParameter(3, StorageJson.write(counted.report()))
                .setParameter(4, due.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Whether there is none, or one that is to be counted again by now. */
    boolean isDue(Instant now) {
        return em.createNativeQuery("select 1 from attachments_count where due_at > ?1")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }

    /** It is to be counted again. */
    void soon(Instant now) {
        em.createNativeQuery("update attachments_count set due_at = ?1")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void forget() {
        em.createNativeQuery("delete from attachments_count").executeUpdate();
    }
}
