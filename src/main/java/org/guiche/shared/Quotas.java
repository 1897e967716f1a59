package org.guiche.shared;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Bounds how often something is done. It is counted in the transaction of what is counted: who does the same at the same time
 * waits, on whichever node, so that nobody gets past the limit, and what fails was not done.
 */
@Stateless
public class Quotas {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Sweeping sweeping;

    /**
     * Counts once more under that key. Nothing while it is within the limit; beyond it, how long until it counts anew.
     *
     * @param window how long it counts from the first time on, a day at most
     */
    public Optional<Duration> take(String key, int limit, Duration window) {
        var now = clock.instant();
        var row = (Object[]) em.createNativeQuery("""
                        insert into shared_quota as q (key, used, window_start)
                        values (sha256(convert_to(?1, 'UTF8')), 1, ?2)
                        on conflict (key) do update set
                            used = case when q.window_start <= ?3 then 1 else least(q.used, ?4) + 1 end,
                            window_start = case when q.window_start <= ?3 then ?2 else q.window_start end
                        returning used, window_start""")
                .setParameter(1, key)
                .setParameter(2, at(now))
                .setParameter(3, at(now.minus(window)))
                .setParameter(4, limit)
                .getSingleResult();
        return ((Number) row[0]).intValue() <= limit
                ? Optional.empty()
                : Optional.of(Duration.between(now, instant(row[1]).plus(window)));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) column).toInstant();
    }

    @Schedule(hour = "*", minute = "47", persistent = false)
    void forget() {
        sweeping.sweep("shared_quota", "window_start < ?1", clock.instant().minus(LONGEST_WINDOW));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
