package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of files. */
@ApplicationScoped
class FileTable {

    private static final String COLUMNS =
            "cast(f.id as text), f.name, coalesce(c.size, f.size), coalesce(f.sha256, ''), f.media_type,"
                    + " c.scan, c.infection, c.scan_failure, c.removed_at is not null,"
                    + " coalesce((select p.thumb is not null from attachments_picture p where p.sha256 = f.sha256), false),"
                    + " coalesce((select p.located from attachments_picture p where p.sha256 = f.sha256), false), f.removed_at";
    private static final String ANY = "f.id = any(cast(?1 as uuid[]))";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Scanner scanner;

    @Inject
    PictureTable pictures;

    /** How much somebody has sent that nothing uses yet. */
    record Unused(int files, long bytes) {}

    /** An upload that nothing uses, and since when. */
    record Waiting(UUID id, Instant since) {

        static final Waiting FIRST = new Waiting(new UUID(0, 0), Instant.EPOCH);
    }

    /**
     * Adds one.
     *
     * @param pool whose room a large file takes besides its owner's; null for a small one
     */
    public void add(StoredFile file, @Nullable Long ownerId, @Nullable String pool) {
        em.createNativeQuery("""
                        insert into attachments_file (id, owner_id, sha256, name, media_type, created_at, pool)
                        values (cast(?1 as uuid), cast(?2 as bigint), ?3, ?4, ?5, ?6, cast(?7 as text))""")
                .setParameter(1, file.id().toString())
                .setParameter(2, text(ownerId))
                .setParameter(3, file.sha256())
                .setParameter(4, file.name())
                .setParameter(5, file.mediaType())
                .setParameter(6, at(clock.instant()))
                .setParameter(7, pool)
                .executeUpdate();
        pictures.add(file.sha256(), file.mediaType());
    }

    /** Large files have a room of their own. */
    public Unused unusedOf(@Nullable Long ownerId) {
        var row = (Object[])
                em.createNativeQuery("""
                        select count(*), coalesce(sum(c.size), 0) from attachments_file f
                        join attachments_content c using (sha256) where f.used_at is null and f.pool is null and f.owner_id is not distinct from cast(?1 as bigint)""").setParameter(1, text(ownerId)).getSingleResult();
        return new Unused(((Number) row[0]).intValue(), ((Number) row[1]).longValue());
    }

    public List<StoredFile> claim(Collection<UUID> ids, @Nullable Long ownerId) {
        return files(em.createNativeQuery("update attachments_file f set used_at = ?3 from attachments_content c where "
                        + ANY
                        + " and f.owner_id is not distinct from cast(?2 as bigint) and f.used_at is null and c.sha256 = f.sha256 returning "
                        + COLUMNS)
                .setParameter(1, array(ids))
                .setParameter(2, text(ownerId))
                .setParameter(3, at(clock.instant())));
    }

    public List<StoredFile> find(Collection<UUID> ids) {
        return files(em.createNativeQuery("select " + COLUMNS
                        + " from attachments_file f left join attachments_content c using (sha256) where " + ANY
                        + " order by array_position(cast(?1 as uuid[]), f.id)")
                .setParameter(1, array(ids)));
    }

    public List<StoredFile> unused(Collection<UUID> ids, @Nullable Long ownerId) {
        return files(em.createNativeQuery("select " + COLUMNS
                        + " from attachments_file f join attachments_content c using (sha256) where " + ANY
                        + " and f.owner_id is not distinct from cast(?2 as bigint) and f.used_at is null"
                        + " order by array_position(cast(?1 as uuid[]), f.id)")
                .setParameter(1, array(ids))
                .setParameter(2, text(ownerId)));
    }

    public void disown(UUID id) {
        em.createNativeQuery("update attachments_file set owner_id = null where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
    }

    public boolean discard(UUID id, @Nullable Long ownerId) {
        return em.createNativeQuery("""
                                delete from attachments_file where id = cast(?1 as uuid)
                                    and owner_id is not distinct from cast(?2 as bigint) and used_at is null""")
                        .setParameter(1, id.toString())
                        .setParameter(2, text(ownerId))
                        .executeUpdate()
                == 1;
    }

    /** Files that nothing used since then, the oldest first, from that place on. */
    public List<Waiting> unusedSince(Instant before, Waiting after, int limit) {
        List<?> rows = em.createNativeQuery("""
                        select cast(id as text), created_at from attachments_file
                        where used_at is null and created_at < ?1 and (created_at, id) > (?2, cast(?3 as uuid))
                        order by created_at, id limit ?4""")
                .setParameter(1, at(before))
                .setParameter(2, at(after.since()))
                .setParameter(3, after.id().toString())
                .setParameter(4, limit)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).map(FileTable::waiting).toList();
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(UUID.fromString((String) row[0]), ((java.sql.Timestamp) row[1]).toInstant());
    }

    /** Forgets those of these files that nothing uses; one that somebody has just claimed stays. */
    public int forget(Collection<UUID> ids) {
        return em.createNativeQuery(
                        "delete from attachments_file where id = any(cast(?1 as uuid[])) and used_at is null")
                .setParameter(1, array(ids))
                .executeUpdate();
    }

    /** Forgets these, also those that something used. */
    public void forgetUsed(Collection<UUID> ids) {
        em.createNativeQuery("delete from attachments_file where id = any(cast(?1 as uuid[]))")
                .setParameter(1, array(ids))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Long ownerId) {
        return ownerId == null ? null : ownerId.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String array(Collection<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }

    private List<StoredFile> files(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> file((Object[]) row)).toList();
    }

    private StoredFile file(Object[] r) {
        return new StoredFile(
                UUID.fromString((String) r[0]),
                (String) r[1],
                ((Number) r[2]).longValue(),
                (String) r[3],
                (String) r[4],
                r[11] == null ? scan(r) : Scan.NONE,
                new Picture((Boolean) r[9], (Boolean) r[10]),
                r[11] == null ? null : ((java.sql.Timestamp) r[11]).toInstant());
    }

    private Scan scan(Object[] r) {
        return Scan.of(
                ScanState.valueOf((String) r[5]),
                (String) r[6],
                r[7] == null ? null : ScanFailure.valueOf((String) r[7]),
                (Boolean) r[8],
                scanner.settings().letsThrough());
    }
}
