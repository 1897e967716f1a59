package org.guiche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A hundred thousand unfinished tickets of one unit, each with three clocks that run and the three warnings that follow, made of those of the history; and the way
 * back. They are worked on in every sector, as in a house that is years behind.
 */
final class Living {

    /** So many are unfinished, at any size. */
    static final int OPEN = 100_000;

    static final String UNIT = "parceiros";

    private static final String LEVELS =
            "[{\"firstResponse\":{\"amount\":\"PT4H\",\"clock\":\"OPEN_HOURS\"},\"update\":{\"amount\":\"PT48H\",\"clock\":\"RUNNING\"},"
                    + "\"resolution\":{\"amount\":\"%s\",\"clock\":\"OPEN_HOURS\"}}]";

    /** Their clocks began within the last week, so that a year of pauses and holidays is not what is measured. */
    private static final List<String> BEGINNING = List.of(
            "set session_replication_role = replica", // what is made and taken away agrees; the triggers need not look
            "create table bench_before as select t.id, t.unit_id, t.status_id, t.category, t.created_at, t.resolved_at, t.closed_at,"
                    + " t.first_response_at, t.first_response_due, t.resolution_due, t.status_since, t.assignee_id"
                    + " from tickets_ticket t order by t.id desc limit " + OPEN,
            "alter table bench_before add primary key (id)",
            "create table bench_levels as select id, service_levels from units_unit where key = '" + UNIT + "'",
            "delete from tickets_timer",
            "delete from tickets_clock where ticket_id in (select id from bench_before)",
            "update tickets_ticket t set unit_id = u.id, status_id = s.id, category = 'OPEN', resolved_at = null, closed_at = null,"
                    + " created_at = now() - (t.id % 7000) * interval '1 minute', first_response_at = null,"
                    + " first_response_due = now(), resolution_due = now(), status_since = now() - interval '1 day',"
                    + " assignee_id = coalesce(t.assignee_id, (select p.id from accounts_person p where p.email = 'analista1@guiche.example'))"
                    + " from units_unit u join units_status s on s.unit_id = u.id and s.category = 'OPEN', bench_before b"
                    + " where u.key = '" + UNIT
                    + "' and b.id = t.id and s.position = (select min(x.position) from units_status x"
                    + " where x.unit_id = u.id and x.category = 'OPEN')",
            "insert into tickets_clock (id, ticket_id, metric, amount, kind, started_at, due_at)"
                    + " select nextval('tickets_clock_seq'), t.id, m.metric, m.amount, m.kind, t.created_at,"
                    + " now() + interval '1 day' + (t.id % 40000) * interval '1 minute'"
                    + " from tickets_ticket t join bench_before b on b.id = t.id, (values ('FIRST_RESPONSE', 'PT4H', 'OPEN_HOURS'),"
                    + " ('UPDATE', 'PT48H', 'RUNNING'), ('RESOLUTION', 'PT16H', 'OPEN_HOURS')) m (metric, amount, kind)",
            "insert into tickets_timer (id, ticket_id, kind, clock_id, due_at)"
                    + " select nextval('tickets_timer_seq'), c.ticket_id, 'WARNING', c.id, c.due_at - interval '6 hours'"
                    + " from tickets_clock c join bench_before b on b.id = c.ticket_id",
            "analyze tickets_ticket, tickets_clock, tickets_timer");

    private static final List<String> END = List.of(
            "set session_replication_role = replica", // history may only grow, and this one must not
            "delete from tickets_event where type in ('DEADLINE_WARNING', 'DEADLINE_MISSED')",
            "delete from tickets_recount",
            "delete from tickets_timer",
            "delete from channels_notification",
            "delete from tickets_clock where ticket_id in (select id from bench_before)",
            "delete from channels_outbox where kind in ('DEADLINE_WARNING', 'DEADLINE_MISSED')",
            "update tickets_ticket t set unit_id = b.unit_id, status_id = b.status_id, category = b.category, created_at = b.created_at,"
                    + " resolved_at = b.resolved_at, closed_at = b.closed_at, first_response_at = b.first_response_at,"
                    + " first_response_due = b.first_response_due, resolution_due = b.resolution_due, status_since = b.status_since,"
                    + " assignee_id = b.assignee_id from bench_before b where b.id = t.id",
            "update units_unit u set service_levels = l.service_levels from bench_levels l where l.id = u.id",
            "update units_revision set number = number + 1",
            "set session_replication_role = default",
            "drop table bench_before",
            "drop table bench_levels");

    private final Connection database;

    private Living(Connection database) {
        this.database = database;
    }

    /** Makes them, in the state in which the unit's promise is the first one. */
    static Living begin(Connection database) throws SQLException {
        var living = new Living(database);
        living.run(List.of("drop table if exists bench_before", "drop table if exists bench_levels"));
        living.run(BEGINNING);
        living.promise("PT16H");
        return living;
    }

    /** The unit promises something else from now on. What follows from it is not asked for here. */
    void promise(String resolution) throws SQLException {
        run(List.of(
                "update units_unit set service_levels = '" + LEVELS.formatted(resolution) + "' where key = '" + UNIT
                        + "'",
                "update units_revision set number = number + 1"));
    }

    /** So many of the timers are due at that moment, of deadlines that come near and of missed ones alike. */
    void due(int count, String moment) throws SQLException {
        run(List.of("update tickets_timer set due_at = '" + moment
                + "', kind = case when id % 2 = 0 then 'WARNING' else 'DEADLINE' end"
                + " where id in (select min(id) from tickets_timer group by ticket_id order by 1 limit " + count
                + ")"));
    }

    long count(String sql) throws SQLException {
        return Town.ids(database, sql).get(0);
    }

    /** What the database does for that statement, line by line; nothing is left of it. */
    List<String> plan(String sql) throws SQLException {
        var lines = new ArrayList<String>();
        database.setAutoCommit(false);
        try (var statement = database.createStatement();
                var row = statement.executeQuery("explain (analyze, buffers) " + sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
        return lines;
    }

    /** The history as it was filled. */
    void end() throws SQLException, IOException {
        run(END);
        run(List.of("vacuum analyze tickets_ticket", "vacuum analyze tickets_clock", "vacuum analyze tickets_timer"));
    }

    void run(List<String> steps) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var step : steps) {
                statement.execute(step);
            }
        }
    }
}
