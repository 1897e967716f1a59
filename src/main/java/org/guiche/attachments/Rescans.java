package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.attachments.ScannerState.Rescan;

/** All that is kept, looked at once more because somebody asked: in steps from one content to the next, one round at a time. */
@ApplicationScoped
class Rescans {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Begins a round unless one is under way; says whether it did. */
    public boolean begin(long personId) {
        return em.createNativeQuery(
                                "insert into attachments_rescan (asked_by, asked_at) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, personId)
                        .setParameter(2, now())
                        .executeUpdate()
                == 1;
    }

    /** The latest round. */
    public Optional<Rescan> last() {
        List<?> rows = em.createNativeQuery(
                        "select asked_at, queued, done_at from attachments_rescan order by id desc limit 1")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Rescan(
                        ((Timestamp) row[0]).toInstant(),
                        ((Number) row[1]).longValue(),
                        row[2] == null ? null : ((Timestamp) row[2]).toInstant()))
                .findFirst();
    }

    /** Puts the next contents of the round in line, and ends it with the last ones; says how many. */
    public int queue(int limit) {
        List<?> rounds = em.createNativeQuery(
                        "select id, after_sha256 from attachments_rescan where done_at is null for update skip locked")
                .getResultList();
        return rounds.isEmpty() ? 0 : queue((Object[]) rounds.get(0), limit);
    }

    private int queue(Object[] round, int limit) {
        List<?> some = em.createNativeQuery("""
                        with next as (select sha256 from attachments_content where sha256 > ?1 and removed_at is null
                            order by sha256 limit ?2)
                        update attachments_content c set scan_due_at = least(c.scan_due_at, ?3) from next where c.sha256 = next.sha256
                        returning c.sha256""")
                .setParameter(1, round[1])
                .setParameter(2, limit)
                .setParameter(3, now())
                .getResultList();
        var last = some.stream().map(String.class::cast).max(String::compareTo);
        em.createNativeQuery("""
                        update attachments_rescan set after_sha256 = coalesce(cast(?2 as text), after_sha256), queued = queued + ?3,
                            done_at = case when ?3 < ?4 then cast(?5 as timestamptz) end where id = ?1""")
                .setParameter(1, round[0])
                .setParameter(2, last.orElse(null))
                .setParameter(3, some.size())
                .setParameter(4, limit)
                .setParameter(5, now())
                .executeUpdate();
        return some.size();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
