package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.guiche.tickets.TimerState.Failed;
import org.guiche.tickets.TimerState.Recount;
import org.guiche.tickets.TimerState.Waiting;
import org.jspecify.annotations.Nullable;

/** Reads how far what happens by itself is behind. What is counted for the metrics costs as much as is late, not as there is. */
@Dependent
class TimerBacklog {

    private static final int MOST_SHOWN = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** All of it, in one walk through what waits; for a page that is looked at now and then. */
    TimerState state() {
        var kinds = rows(
                now("select kind, count(*), count(*) filter (where due_at <= ?1), min(due_at) from tickets_timer"
                        + " where attempts < 5 group by kind order by kind"),
                row -> new Waiting(
                        TimerKind.valueOf((String) row[0]), number(row[1]), number(row[2]), instant(row[3])));
        return new TimerState(oldest().orElse(null), kinds, failures(), recounts());
    }

    private List<Failed> failures() {
        return rows(
                em.createNativeQuery("select m.id, m.ticket_id, t.subject, m.kind, m.due_at, m.tried_at, m.last_error"
                        + " from tickets_timer m join tickets_ticket t on t.id = m.ticket_id where m.attempts >= 5"
                        + " order by m.tried_at desc, m.id desc limit " + MOST_SHOWN),
                row -> new Failed(
                        number(row[0]),
                        new TicketCode(number(row[1])),
                        (String) row[2],
                        TimerKind.valueOf((String) row[3]),
                        instant(row[4]),
                        instant(row[5]),
                        row[6] == null ? "" : (String) row[6]));
    }

    private List<Recount> recounts() {
        return rows(
                em.createNativeQuery(
                        "select r.unit_id, r.asked_at, count(t.id) filter (where t.id <= r.after_id), count(t.id)"
                                + " from tickets_recount r left join tickets_ticket t on t.unit_id = r.unit_id and "
                                + Queues.UNFINISHED + " group by 1, 2 order by 1"),
                row -> new Recount(number(row[0]), instant(row[1]), number(row[2]), number(row[3])));
    }

    /** How many are due and not done; those that wait for an administrator are not among them. */
    long due() {
        return number(now("select count(*) from tickets_timer where attempts < 5 and due_at <= ?1")
                .getSingleResult());
    }

    /** How many failed five times. */
    long failed() {
        return number(em.createNativeQuery("select count(*) from tickets_timer where attempts >= 5")
                .getSingleResult());
    }

    /** How late the oldest one is. */
    Duration lag() {
        return oldest().map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    private Optional<Instant> oldest() {
        return Optional.ofNullable(now("select min(due_at) from tickets_timer where attempts < 5 and due_at <= ?1")
                        .getSingleResult())
                .map(TimerBacklog::instant);
    }

    private Query now(String sql) {
        return em.createNativeQuery(sql).setParameter(1, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static <T> List<T> rows(Query query, Function<Object[], T> read) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> read.apply((Object[]) row)).toList();
    }

    private static Instant instant(@Nullable Object column) {
        return ((Timestamp) Objects.requireNonNull(column)).toInstant();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
