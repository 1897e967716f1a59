package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of contents, and the locks that keep rows and bytes together on all nodes. */
@ApplicationScoped
class ContentTable {

    private static final String KEY = "(hashtextextended('attachments:' || ?1, 0))";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Adds it, or one more file of it. Where there is a scanner, it waits for that unless one has looked already; what was found infected is
     * looked at again, and if its bytes had gone they are kept for so long once more.
     */
    public void add(String sha256, long size, boolean scanned, Duration quarantine) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        em.createNativeQuery("""
                        insert into attachments_content as c (sha256, size, created_at, scan, scan_due_at)
                        values (?1, ?2, ?3, ?4, cast(?5 as timestamptz))
                        on conflict (sha256) do update set removed_at = null,
                            scan = case when c.scan = 'UNSCANNED' then excluded.scan else c.scan end,
                            scan_due_at = coalesce(excluded.scan_due_at, c.scan_due_at),
                            remove_at = case when c.scan = 'INFECTED' then coalesce(c.remove_at, ?6) end
                        where c.scan = 'INFECTED' or (c.scan = 'UNSCANNED' and excluded.scan = 'WAITING')""")
                .setParameter(1, sha256)
                .setParameter(2, size)
                .setParameter(3, now)
                .setParameter(4, (scanned ? ScanState.WAITING : ScanState.UNSCANNED).name())
                .setParameter(5, scanned ? now.toString() : null)
                .setParameter(6, now.plus(quarantine))
                .executeUpdate();
    }

    /** Contents that no file is of. */
    public List<String> withoutFile(int limit) {
        List<?> found = em.createNativeQuery("""
                        select sha256 from attachments_content c
                        where not exists (select 1 from attachments_file f where f.sha256 = c.sha256) limit ?1""").setParameter(1, limit).getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Those of these contents that there are. */
    public Set<String> known(Collection<String> sha256) {
        List<?> found = em.createNativeQuery(
                        "select sha256 from attachments_content where sha256 = any(cast(?1 as text[]))")
                .setParameter(1, "{" + String.join(",", sha256) + "}")
                .getResultList();
        var known = new HashSet<String>();
        found.forEach(row -> known.add((String) row));
        return known;
    }

    /** Removes the row unless a file is of that content. The caller holds its lock. */
    public boolean removeUnused(String sha256) {
        return em.createNativeQuery("""
                        delete from attachments_content c where sha256 = ?1
                        and not exists (select 1 from attachments_file f where f.sha256 = c.sha256)""").setParameter(1, sha256).executeUpdate() == 1;
    }

    /** Infected contents whose bytes are to go. */
    public List<String> pastQuarantine(int limit) {
        List<?> found = em.createNativeQuery(
                        "select sha256 from attachments_content where scan = 'INFECTED' and remove_at <= ?1 limit ?2")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, limit)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Its bytes are gone, and it is not looked at any more. The caller holds its lock. */
    public boolean markRemoved(String sha256) {
        return em.createNativeQuery("""
                                update attachments_content set removed_at = ?2, remove_at = null, scan_due_at = null, scan_until = null
                                where sha256 = ?1 and scan = 'INFECTED' and remove_at <= ?2""")
                        .setParameter(1, sha256)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Waits until nobody else has that name, and keeps it to the end of the transaction. */
    public void lock(String name) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock" + KEY + " as text)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** The same beside others who only share it. */
    public void share(String name) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock_shared" + KEY + " as text)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Takes that name for this transaction if nobody has it. */
    public boolean tryLock(String name) {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock" + KEY)
                .setParameter(1, name)
                .getSingleResult();
    }
}
