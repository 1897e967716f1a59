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
            select t.id, t.subject, t.unit_id, t.status_id, t.priority, t.sector_id, r.name, c.name, t.assignee_id, a.name,
                t.channel, t.created_at, t.queued_at, t.last_activity_at, t.first_response_due, t.first_response_at,
                t.resolution_due, t.resolved_at, t.requester_id, t.company_id, t.version
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

    private TicketSummary summary(Object[] r, Instant now) {
        var unit = units.get(number(r[2]));
        var status = unit.status(number(r[3]));
        var sector = sectors.get(number(r[5]));
        return new TicketSummary(
                new TicketCode(number(r[0])),
                (String) r[1],
                status.category(),
                status.key(),
                status.name(),
                status.publicName(),
                Priority.valueOf((String) r[4]),
                unit.name(),
                sector.key(),
                sector.name(),
                (String) r[6],
                (String) r[7],
                r[8] == null ? null : number(r[8]),
                (String) r[9],
                Channel.valueOf((String) r[10]),
                at(r[11]),
                at(r[12]),
                at(r[13]),
                Deadline.of(atIf(r[14]), atIf(r[15]), now),
                Deadline.of(atIf(r[16]), atIf(r[17]), now),
                unit.key(),
                number(r[18]),
                r[19] == null ? null : number(r[19]),
                ((Number) r[20]).intValue());
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
