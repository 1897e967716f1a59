package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the rows of contents say about viruses: who is to be looked at when, and what came of it. */
@ApplicationScoped
class ScanTable {

    /** The n-th failure makes it wait ?2 seconds times 2 to the n, ?3 at most. */
    private static final String LATER = """
            update attachments_content set scan_failure = ?4, scan_tries = scan_tries + 1, scan_until = null,
                scan_due_at = cast(?1 as timestamptz) + make_interval(secs =>
                    least(cast(?2 as double precision) * power(2, least(scan_tries, 20)), cast(?3 as double precision)))
            where\s""";

    private static final String FREE = "scan_due_at <= ?1 and (scan_until is null or scan_until <= ?1)";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Who is looked at before whom. */
    enum Line {
        WAITED_FOR("scan = 'WAITING' and scan_failure is distinct from 'CRASHED'"),
        OLD("scan <> 'WAITING' and scan_failure is distinct from 'CRASHED'"),
        SUSPECT("scan_failure = 'CRASHED'");

        private final String which;

        Line(String which) {
            this.which = which;
        }
    }

    /** Takes the content of that line that has been due for longest, for so long. */
    public Optional<String> take(Line line, long most, Duration lease) {
        List<?> taken = em.createNativeQuery("update attachments_content set scan_until = ?2 where sha256 = ("
                        + "select sha256 from attachments_content where " + FREE + " and " + line.which
                        + " and size <= ?3 order by scan_due_at limit 1 for update skip locked) returning sha256")
                .setParameter(1, now())
                .setParameter(2, now().plus(lease))
                .setParameter(3, most)
                .getResultList();
        return taken.stream().map(String.class::cast).findFirst();
    }

    /** It is still being looked at. */
    public void renew(String sha256, Duration lease) {
        of("update attachments_content set scan_until = ?2 where sha256 = ?1 and scan_until is not null", sha256)
                .setParameter(2, now().plus(lease))
                .executeUpdate();
    }

    /** Whether people may not have it as it is, or only because nobody has looked. */
    public boolean isLocked(String sha256) {
        return (Boolean) of("select scan in ('WAITING', 'INFECTED') from attachments_content where sha256 = ?1", sha256)
                .getSingleResult();
    }

    /** Nothing was found. What was said of its files before is not so. */
    public void clean(String sha256) {
        of("""
                update attachments_content set scan = 'CLEAN', scanned_at = ?2, infection = null, remove_at = null, scan_due_at = null,
                    scan_until = null, scan_tries = 0, scan_failure = null where sha256 = ?1 and removed_at is null""", sha256).setParameter(2, now()).executeUpdate();
        of("""
                update attachments_file set infection_told_at = null, infection_noted_at = null
                where sha256 = ?1 and infection_told_at is not null""", sha256).executeUpdate();
    }

    /** That was found. The bytes stay for so long, out of reach. */
    public void infected(String sha256, String infection, Duration quarantine) {
        of("""
                update attachments_content set scan = 'INFECTED', scanned_at = ?2, infection = ?3, scan_due_at = null, scan_until = null,
                    scan_tries = 0, scan_failure = null,
                    remove_at = case when removed_at is null then coalesce(remove_at, ?4) end where sha256 = ?1""", sha256)
                .setParameter(2, now())
                .setParameter(3, infection)
                .setParameter(4, now().plus(quarantine))
                .executeUpdate();
    }

    /** No answer about this one. */
    public void failed(String sha256, ScanFailure failure, Duration first, Duration longest) {
        later(failure, first, longest, "sha256 = ?5").setParameter(5, sha256).executeUpdate();
    }

    /** No answer about any: what is due waits, and is known to. */
    public void allFailed(ScanFailure failure, Duration first, Duration longest) {
        later(failure, first, longest, FREE).executeUpdate();
    }

    private Query later(ScanFailure failure, Duration first, Duration longest, String which) {
        return em.createNativeQuery(LATER + which)
                .setParameter(1, now())
                .setParameter(2, first.toSeconds())
                .setParameter(3, longest.toSeconds())
                .setParameter(4, failure.name());
    }

    /** The scanner is back: those that were not looked at because it was away are due. */
    public int hurry() {
        return em.createNativeQuery(
                        "update attachments_content set scan_due_at = ?1 where scan_failure = 'AWAY' and scan_due_at > ?1")
                .setParameter(1, now())
                .executeUpdate();
    }

    /** There is no scanner any more: nobody waits for it. */
    public int release() {
        return em.createNativeQuery("""
                        update attachments_content set scan = case when scan = 'WAITING' then 'UNSCANNED' else scan end, scan_due_at = null,
                            scan_until = null, scan_tries = 0, scan_failure = null where scan_due_at is not null""").executeUpdate();
    }

    /** Some of those that were kept while there was no scanner are due. */
    public int queueUnscanned(int limit) {
        return em.createNativeQuery("""
                        update attachments_content set scan_due_at = ?1 where sha256 in (
                            select sha256 from attachments_content where scan = 'UNSCANNED' and scan_due_at is null
                            order by sha256 limit ?2 for update skip locked)""")
                .setParameter(1, now())
                .setParameter(2, limit)
                .executeUpdate();
    }

    private Query of(String sql, String sha256) {
        return em.createNativeQuery(sql).setParameter(1, sha256);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
