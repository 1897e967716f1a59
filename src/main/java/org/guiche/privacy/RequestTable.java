package org.guiche.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.privacy.DataRequest.Copy;
import org.jspecify.annotations.Nullable;

/** The rows of requests. */
@Dependent
class RequestTable {

    private static final String SELECT = """
            select id, person_id, kind, state, note, asked_at, asked_by, cast(due_on as text), decided_by, decided_at, reason,
                cast(waits_until as text), waits_for, done_at, cast(file as text), size, expires_at from privacy_request\s""";

    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;

    /** A new one; the one of that kind that is still unfinished, where there is one. */
    DataRequest add(NewRequest asked) {
        List<?> ids = em.createNativeQuery("""
                        insert into privacy_request (person_id, kind, state, note, asked_at, asked_by, due_on)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as date)) on conflict do nothing returning id""")
                .setParameter(1, asked.personId())
                .setParameter(2, asked.kind().name())
                .setParameter(3, asked.state().name())
                .setParameter(4, asked.note())
                .setParameter(5, asked.at().atOffset(ZoneOffset.UTC))
                .setParameter(6, asked.by())
                .setParameter(7, asked.dueOn().toString())
                .getResultList();
        return ids.isEmpty() ? unfinished(asked) : get(((Number) ids.get(0)).longValue());
    }

    /** What is asked. */
    record NewRequest(
            long personId, RequestKind kind, RequestState state, String note, Instant at, long by, LocalDate dueOn) {}

    private DataRequest unfinished(NewRequest asked) {
        return read(em.createNativeQuery(SELECT
                                + "where person_id = ?1 and kind = ?2 and state in ('OPEN', 'APPROVED', 'WAITING')")
                        .setParameter(1, asked.personId())
                        .setParameter(2, asked.kind().name()))
                .get(0);
    }

    DataRequest get(long id) {
        return find(id).orElseThrow();
    }

    Optional<DataRequest> find(long id) {
        return read(em.createNativeQuery(SELECT + "where id = ?1").setParameter(1, id)).stream()
                .findFirst();
    }

    /** The same, nobody else's to change until the transaction ends. */
    Optional<DataRequest> hold(long id) {
        return read(em.createNativeQuery(SELECT + "where id = ?1 for update").setParameter(1, id)).stream()
                .findFirst();
    }

    /** Those of one person, newest first. */
    List<DataRequest> of(long personId) {
        return read(em.createNativeQuery(SELECT + "where person_id = ?1 order by id desc limit 50")
                .setParameter(1, personId));
    }

    /** All that is unfinished, the one that is due first at the beginning; or what is finished, newest first. */
    List<DataRequest> all(boolean finished) {
        return read(em.createNativeQuery(SELECT
                + (finished
                        ? "where state in ('DONE', 'REFUSED') order by coalesce(done_at, decided_at) desc, id desc"
                        : "where state in ('OPEN', 'APPROVED', 'WAITING') order by due_on, id")
                + " limit " + MOST));
    }

    /** The ids of what is to be done by itself now, and was not tried since then. */
    List<Long> toDo(LocalDate today, Instant triedBefore) {
        List<?> ids = em.createNativeQuery("""
                        select id from privacy_request where attempts < 5 and (tried_at is null or tried_at < ?2)
                            and (state = 'APPROVED' or (state = 'WAITING' and (waits_until is null or waits_until <= cast(?1 as date))))
                        order by id limit 20""")
                .setParameter(1, today.toString())
                .setParameter(2, triedBefore.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Files of copies whose time is over. */
    List<DataRequest> expired(Instant now) {
        return read(em.createNativeQuery(SELECT + "where file is not null and expires_at <= ?1 limit 50")
                .setParameter(1, now.atOffset(ZoneOffset.UTC)));
    }

    private static List<DataRequest> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> request((Object[]) row)).toList();
    }

    private static DataRequest request(@Nullable Object[] row) {
        return new DataRequest(
                number(row[0]),
                number(row[1]),
                RequestKind.valueOf(text(row[2])),
                RequestState.valueOf(text(row[3])),
                text(row[4]),
                instant(row[5]),
                number(row[6]),
                LocalDate.parse(text(row[7])),
                row[8] == null ? null : number(row[8]),
                row[9] == null ? null : instant(row[9]),
                text(row[10]),
                row[11] == null ? null : LocalDate.parse(text(row[11])),
                (String) row[12],
                row[13] == null ? null : instant(row[13]),
                row[14] == null ? null : new Copy(text(row[14]), number(row[15]), instant(row[16])));
    }

    private static String text(@Nullable Object column) {
        return String.valueOf(column);
    }

    private static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    private static Instant instant(@Nullable Object column) {
        return column instanceof Timestamp at ? at.toInstant() : Instant.EPOCH;
    }
}
