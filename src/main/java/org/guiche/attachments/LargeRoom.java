package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.guiche.shared.RuleViolation;

/**
 * How much may be sent in large files: by a person within thirty days, and kept for a unit altogether. What has been announced takes
 * its room from the start.
 */
@ApplicationScoped
class LargeRoom {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration WINDOW = Duration.ofDays(30);

    @PersistenceContext
    EntityManager em;

    @Inject
    ContentTable contents;

    @Inject
    Clock clock;

    private final AttachmentsSettings settings = AttachmentsSettings.read();

    /** Refuses what does not fit any more; who asks at the same time waits. */
    public void check(Upload upload) {
        contents.lock("large of " + upload.ownerId());
        if (begun(upload.ownerId()) >= settings.unusedFiles()) {
            throw refusal("attachments.quota.begun", settings.unusedFiles());
        }
        var own = ofPerson(upload.ownerId());
        if (own + upload.size() > bytes(settings.personMegabytes())) {
            throw refusal("attachments.quota.person", own / MEGABYTE, settings.personMegabytes());
        }
        if (!upload.pool().isEmpty()) {
            contents.lock("large for " + upload.pool());
            var pooled = ofPool(upload.pool());
            if (pooled + upload.size() > bytes(settings.unitMegabytes())) {
                throw refusal("attachments.quota.unit", pooled / MEGABYTE, settings.unitMegabytes());
            }
        }
    }

    private static RuleViolation refusal(String key, Object... numbers) {
        return RuleViolation.of(SentFile.PART, key, numbers);
    }

    private static long bytes(int megabytes) {
        return (long) megabytes * MEGABYTE;
    }

    private long begun(long ownerId) {
        return number(em.createNativeQuery("""
                        select count(*) from attachments_upload where owner_id = ?1 and state <> 'COMPLETE' and expires_at > ?2""")
                .setParameter(1, ownerId)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    private long ofPerson(long ownerId) {
        var now = clock.instant();
        return number(em.createNativeQuery("""
                        select coalesce(sum(size), 0) from (
                            select c.size from attachments_file f join attachments_content c using (sha256)
                            where f.owner_id = ?1 and f.pool is not null and f.created_at > ?3
                            union all
                            select size from attachments_upload where owner_id = ?1 and state <> 'COMPLETE' and expires_at > ?2) as large""")
                .setParameter(1, ownerId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    private long ofPool(String pool) {
        return number(em.createNativeQuery("""
                        select coalesce(sum(size), 0) from (
                            select c.size from attachments_file f join attachments_content c using (sha256) where f.pool = ?1
                            union all
                            select size from attachments_upload where pool = ?1 and state <> 'COMPLETE' and expires_at > ?2) as large""")
                .setParameter(1, pool)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }
}
