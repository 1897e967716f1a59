package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of contents that are pictures: what is to be made small, and what came of it. */
@ApplicationScoped
class PictureTable {

    private static final int MOST_TRIES = 3; // what was begun so often ends nodes
    private static final int MOST_TOLD = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** A picture that is to be made small. */
    record Due(String sha256, long size, Kind kind) {}

    /** A file of that content came; what is no picture is nobody's business here. */
    public void add(String sha256, String mediaType) {
        if (Kind.picture(mediaType).isPresent()) {
            em.createNativeQuery("""
                            insert into attachments_picture (sha256, media_type, due_at) values (?1, ?2, ?3)
                            on conflict (sha256) do nothing""")
                    .setParameter(1, sha256)
                    .setParameter(2, mediaType)
                    .setParameter(3, now())
                    .executeUpdate();
        }
    }

    /** Takes the latest one, which somebody may be looking for just now, for so long. What waits for a scanner, or what one found something in, is nobody's to open. */
    public Optional<Due> take(Duration lease) {
        List<?> taken = em.createNativeQuery("""
                        update attachments_picture p set until = ?2, tries = p.tries + 1 from attachments_content c
                        where c.sha256 = p.sha256 and p.sha256 = (
                            select d.sha256 from attachments_picture d join attachments_content o using (sha256)
                            where d.due_at <= ?1 and (d.until is null or d.until <= ?1) and d.tries < ?3
                                and o.scan in ('UNSCANNED', 'CLEAN') and o.removed_at is null
                            order by d.due_at desc limit 1 for update of d skip locked)
                        returning p.sha256, c.size, p.media_type""")
                .setParameter(1, now())
                .setParameter(2, now().plus(lease))
                .setParameter(3, MOST_TRIES)
                .getResultList();
        return taken.stream().map(row -> due((Object[]) row)).findFirst();
    }

    private static Due due(Object[] row) {
        return new Due(
                (String) row[0],
                ((Number) row[1]).longValue(),
                Kind.picture((String) row[2]).orElseThrow());
    }

    /** What came of it; null where there is no small one. */
    public void made(String sha256, @Nullable Thumb thumb, boolean located) {
        em.createNativeQuery("""
                        update attachments_picture set due_at = null, until = null, thumb = cast(?2 as bytea), thumb_type = ?3, located = ?4
                        where sha256 = ?1""")
                .setParameter(1, sha256)
                .setParameter(2, thumb == null ? null : thumb.bytes())
                .setParameter(3, thumb == null ? null : thumb.mediaType())
                .setParameter(4, located)
                .executeUpdate();
    }

    /** The small one. */
    public Optional<Thumb> thumb(String sha256) {
        List<?> rows = em.createNativeQuery(
                        "select thumb_type, thumb from attachments_picture where sha256 = ?1 and thumb is not null")
                .setParameter(1, sha256)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Thumb((String) row[0], (byte[]) row[1]))
                .findFirst();
    }

    /** The bytes are gone, and what was made of them goes as well. */
    public void forget(String sha256) {
        em.createNativeQuery("delete from attachments_picture where sha256 = ?1")
                .setParameter(1, sha256)
                .executeUpdate();
    }

    /** The files of that content that something uses, the latest ones. */
    public Set<UUID> used(String sha256) {
        List<?> ids = em.createNativeQuery("""
                        select cast(id as text) from attachments_file where sha256 = ?1 and used_at is not null
                        order by used_at desc limit ?2""")
                .setParameter(1, sha256)
                .setParameter(2, MOST_TOLD)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
