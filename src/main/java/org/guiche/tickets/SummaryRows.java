package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.guiche.shared.Page;
import org.guiche.units.Priority;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Rows of tickets for lists: one query, no entity; the names of units, sectors and statuses come from memory. */
@Dependent
class SummaryRows {

    static final String SELECT = """
            select t.id, t.version, t.subject, t.unit_id, t.sector_id, t.status_id, t.priority, t.requester_id, r.shown_name,
                t.assignee_id, a.shown_name, t.company_id, c.name, t.channel, t.created_at, t.queued_at, t.last_activity_at,
                t.first_response_due, t.first_response_at, t.resolution_due, t.resolved_at,
                t.first_response_paused_at, t.resolution_paused_at
            from (%s) t join accounts_person r on r.id = t.requester_id
            left join accounts_person a on a.id = t.assignee_id left join partners_company c on c.id = t.company_id""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    /** A page of them in that order; the cursor is made of its last row. */
    Page<TicketSummary> page(TicketSql sql, String order, int limit, Function<TicketSummary, String> cursor) {
        var now = clock.instant();
        List<?> found = sql.end(order, limit + 1).query(em).getResultList();
        var rows = found.stream()
                .limit(limit)
                .map(row -> summary((Object[]) row, now))
                .toList();
        return new Page<>(rows, found.size() > limit ? cursor.apply(rows.get(limit - 1)) : null);
    }

    /** The tickets {@code t} that this finds, by their {@code place}; it holds only numbers of our own. */
    List<TicketSummary> list(String found) {
        var now = clock.instant();
        List<?> listed = em.createNativeQuery(SELECT.replace("%s", found) + " order by t.place, t.id")
                .getResultList();
        return listed.stream().map(row -> summary((Object[]) row, now)).toList();
    }

    private TicketSummary summary(Object[] r, Instant now) {
        var unit = units.get(number(r[3]));
        return new TicketSummary(
                new TicketCode(number(r[0])),
                ((Number) r[1]).intValue(),
                (String) r[2],
                unit,
                sectors.get(number(r[4])),
                unit.status(number(r[5])),
                Priority.valueOf((String) r[6]),
                new PersonRef(number(r[7]), (String) r[8]),
                r[9] == null ? null : new PersonRef(number(r[9]), (String) r[10]),
                r[11] == null ? null : number(r[11]),
                (String) r[12],
                Channel.valueOf((String) r[13]),
                at(r[14]),
                at(r[15]),
                at(r[16]),
                Deadline.of(atIf(r[17]), atIf(r[18]), atIf(r[21]), now),
                Deadline.of(atIf(r[19]), atIf(r[20]), atIf(r[22]), now));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    static Instant at(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) column).toInstant();
    }

    private static @Nullable Instant atIf(@Nullable Object column) {
        return column == null ? null : at(column);
    }
}
