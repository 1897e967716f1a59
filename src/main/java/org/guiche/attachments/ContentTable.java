package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
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

    public void add(String sha256, long size) {
        em.createNativeQuery(
                        "insert into attachments_content (sha256, size, created_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, size)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
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
