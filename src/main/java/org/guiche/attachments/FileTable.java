package org.guiche.attachments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of files and their contents, each method one short transaction or part of the caller's. */
@Stateless
public class FileTable {

    private static final String COLUMNS = "cast(f.id as text), f.name, c.size, f.sha256, f.media_type";
    private static final String ANY = "f.id = any(cast(?1 as uuid[]))";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    public void add(StoredFile file, long ownerId) {
        em.createNativeQuery(
                        "insert into attachments_content (sha256, size, created_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, file.sha256())
                .setParameter(2, file.size())
                .setParameter(3, now())
                .executeUpdate();
        em.createNativeQuery("""
                        insert into attachments_file (id, owner_id, sha256, name, media_type, created_at)
                        values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, file.id().toString())
                .setParameter(2, ownerId)
                .setParameter(3, file.sha256())
                .setParameter(4, file.name())
                .setParameter(5, file.mediaType())
                .setParameter(6, now())
                .executeUpdate();
    }

    public int unusedOf(long ownerId) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from attachments_file where used_at is null and owner_id = ?1")
                        .setParameter(1, ownerId)
                        .getSingleResult())
                .intValue();
    }

    public List<StoredFile> claim(List<UUID> ids, long ownerId) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return files(em.createNativeQuery("update attachments_file f set used_at = ?3 from attachments_content c where "
                        + ANY + " and f.owner_id = ?2 and f.used_at is null and c.sha256 = f.sha256 returning "
                        + COLUMNS)
                .setParameter(1, array(ids))
                .setParameter(2, ownerId)
                .setParameter(3, now()));
    }

    public List<StoredFile> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : files(em.createNativeQuery("select " + COLUMNS
                                + " from attachments_file f join attachments_content c using (sha256) where " + ANY)
                        .setParameter(1, array(ids)));
    }

    public List<StoredFile> unused(Collection<UUID> ids, long ownerId) {
        return ids.isEmpty()
                ? List.of()
                : files(em.createNativeQuery("select " + COLUMNS
                                + " from attachments_file f join attachments_content c using (sha256) where " + ANY
                                + " and f.owner_id = ?2 and f.used_at is null order by f.created_at")
                        .setParameter(1, array(ids))
                        .setParameter(2, ownerId));
    }

    public boolean discard(UUID id, long ownerId) {
        return em.createNativeQuery(
                                "delete from attachments_file where id = cast(?1 as uuid) and owner_id = ?2 and used_at is null")
                        .setParameter(1, id.toString())
                        .setParameter(2, ownerId)
                        .executeUpdate()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String array(Collection<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }

    private static List<StoredFile> files(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new StoredFile(
                        UUID.fromString((String) r[0]),
                        (String) r[1],
                        ((Number) r[2]).longValue(),
                        (String) r[3],
                        (String) r[4]))
                .toList();
    }
}
