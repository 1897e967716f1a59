package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of uploads. One that is past its time is none. */
@ApplicationScoped
class UploadTable {

    private static final String COLUMNS =
            "cast(id as text), owner_id, place, pool, name, size, received, pieces, store_key, expires_at";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Adds one, of which nothing is here yet. */
    public void add(Upload upload) {
        em.createNativeQuery("""
                        insert into attachments_upload (id, owner_id, place, pool, name, size, received, pieces, store_key, state,
                            created_at, expires_at)
                        values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, 'CREATED', ?8, ?9)""")
                .setParameter(1, upload.id().toString())
                .setParameter(2, upload.ownerId())
                .setParameter(3, upload.place())
                .setParameter(4, upload.pool())
                .setParameter(5, upload.name())
                .setParameter(6, upload.size())
                .setParameter(7, upload.key())
                .setParameter(8, now())
                .setParameter(9, upload.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public Optional<Upload> find(UUID id, long ownerId) {
        return uploads(em.createNativeQuery(
                                "select " + COLUMNS
                                        + " from attachments_upload where id = cast(?1 as uuid) and owner_id = ?2 and expires_at > ?3")
                        .setParameter(1, id.toString())
                        .setParameter(2, ownerId)
                        .setParameter(3, now()))
                .stream()
                .findFirst();
    }

    public void addPiece(Upload upload, Store.Piece piece) {
        em.createNativeQuery(
                        "insert into attachments_piece (upload_id, number, size, tag) values (cast(?1 as uuid), ?2, ?3, ?4)")
                .setParameter(1, upload.id().toString())
                .setParameter(2, upload.pieces())
                .setParameter(3, piece.size())
                .setParameter(4, piece.tag())
                .executeUpdate();
    }

    /** What the store wants to be told of the pieces, in their order. */
    public List<Store.Piece> pieces(UUID id) {
        List<?> rows = em.createNativeQuery(
                        "select size, tag from attachments_piece where upload_id = cast(?1 as uuid) order by number")
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Store.Piece(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    public boolean remove(UUID id) {
        return em.createNativeQuery("delete from attachments_upload where id = cast(?1 as uuid)")
                        .setParameter(1, id.toString())
                        .executeUpdate()
                == 1;
    }

    /** What somebody has not sent to its end, is past: whoever is just receiving it hears so. */
    public void expire(long ownerId) {
        em.createNativeQuery(
                        "update attachments_upload set expires_at = ?2 where owner_id = ?1 and state <> 'COMPLETE'")
                .setParameter(1, ownerId)
                .setParameter(2, now())
                .executeUpdate();
    }

    /** Those whose time is past and that nobody is just receiving. */
    public List<Upload> expired(int limit) {
        return uploads(em.createNativeQuery(
                        "select " + COLUMNS
                                + " from attachments_upload where expires_at <= ?1 and (receiving_until is null or receiving_until < ?1) limit ?2")
                .setParameter(1, now())
                .setParameter(2, limit));
    }

    /** Those of these uploads that there are. */
    public Set<UUID> known(Collection<UUID> ids) {
        List<?> rows = em.createNativeQuery(
                        "select cast(id as text) from attachments_upload where id = any(cast(?1 as uuid[]))")
                .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<Upload> uploads(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).map(UploadTable::upload).toList();
    }

    private static Upload upload(Object[] row) {
        return new Upload(
                UUID.fromString((String) row[0]),
                number(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                number(row[5]),
                number(row[6]),
                (int) number(row[7]),
                (String) row[8],
                ((Timestamp) row[9]).toInstant());
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
