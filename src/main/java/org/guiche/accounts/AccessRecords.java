package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.shared.AccessDenied;
import org.jspecify.annotations.Nullable;

/** The log of who read whom, as it is kept: for the data officer alone, whose looking is written down as well. */
@Stateless
public class AccessRecords {

    /** So many lines a page. */
    public static final int AT_ONCE = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Which of it.
     *
     * @param before only what is older; null for the newest
     */
    public record Which(
            @Nullable Long subjectId,
            @Nullable Long readerId,
            @Nullable Instant before) {}

    /** Adds these, each once an hour. For {@link AccessLog}. */
    public void add(Collection<Access> all) {
        em.createNativeQuery("""
                        insert into accounts_access (reader_id, subject_id, kind, ticket_id, at, hour)
                        select reader, subject, kind, ticket, at, date_trunc('hour', at) from unnest(
                            cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as text[]), cast(?4 as bigint[]), cast(?5 as timestamptz[]))
                            as a (reader, subject, kind, ticket, at)
                        on conflict do nothing""")
                .setParameter(1, array(all, Access::readerId))
                .setParameter(2, array(all, Access::subjectId))
                .setParameter(3, array(all, Access::kind))
                .setParameter(4, array(all, Access::ticketId))
                .setParameter(5, array(all, Access::at))
                .executeUpdate();
    }

    private static String array(Collection<Access> all, Function<Access, @Nullable Object> column) {
        return all.stream().map(column).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * A page of it, newest first, to the second page by the moment where the first one ended. That it was read is in it from then on.
     *
     * @throws AccessDenied for everybody but the data officer, administrators included
     */
    public List<Access> read(Which which, Person reader) {
        if (!reader.isDataOfficer()) {
            throw new AccessDenied("accounts.access.denied");
        }
        var subject = Objects.requireNonNullElse(which.subjectId(), 0L);
        add(List.of(new Access(reader.id(), subject, AccessKind.LOG, null, clock.instant())));
        List<?> rows = em.createNativeQuery("""
                        select reader_id, subject_id, kind, ticket_id, at from accounts_access
                        where (cast(?1 as bigint) is null or subject_id = ?1) and (cast(?2 as bigint) is null or reader_id = ?2)
                            and at < ?3 order by at desc, subject_id, reader_id limit ?4""")
                .setParameter(1, which.subjectId())
                .setParameter(2, which.readerId())
                .setParameter(3, end(which).atOffset(ZoneOffset.UTC))
                .setParameter(4, AT_ONCE + 1)
                .getResultList();
        return rows.stream().map(row -> access((Object[]) row)).toList();
    }

    private Instant end(Which which) {
        return which.before() == null ? clock.instant().plus(1, ChronoUnit.MINUTES) : which.before();
    }

    private static Access access(Object[] row) {
        return new Access(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                AccessKind.valueOf((String) row[2]),
                row[3] == null ? null : ((Number) row[3]).longValue(),
                ((Timestamp) row[4]).toInstant());
    }
}
