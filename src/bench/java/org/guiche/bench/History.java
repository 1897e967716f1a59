package org.guiche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Years of tickets, filled in within minutes: COPY into each table side by side, the indexes after the rows. */
final class History {

    /** What a help desk of this size works on at a time; it does not grow with the years behind it. */
    static final int UNFINISHED = Integer.getInteger("bench.unfinished", 5_000);

    private static final int EVENTS = 4;
    private static final int HALVES = 2;
    private static final List<String> TABLES = List.of("tickets_ticket", "tickets_message", "tickets_event");

    private final Database database;
    private final Facts.Plan plan;
    private final List<Long> sectors;
    private final long firstCode;
    private final Template message;
    private final Template event;

    private History(Database database, Connection connection, int total) throws SQLException {
        this.database = database;
        this.sectors = Town.ids(connection, "select id from units_sector order by position, id");
        var town = Town.settle(connection);
        this.plan = new Facts.Plan(town, Unit.all(connection), sectors.size(), total, UNFINISHED, Instant.now());
        this.firstCode =
                Town.ids(connection, "select nextval('tickets_code_seq')").get(0);
        this.message = first(connection, "tickets_message");
        this.event = first(connection, "tickets_event");
    }

    private static Template first(Connection connection, String table) throws SQLException {
        return Template.all(connection, table, "id = (select min(id) from " + table + ")")
                .get(0);
    }

    /** Fills the database up to so many tickets, and says how long it took. */
    static void fill(Database database, int total) throws Exception {
        var from = System.nanoTime();
        try (var connection = database.connect()) {
            var history = new History(database, connection, total);
            var indexes = Indexes.drop(connection, TABLES);
            history.copy();
            indexes.create();
            history.settleSequences(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
        Report.note("filled up to %,d tickets in %.0f s".formatted(total, (System.nanoTime() - from) / 1e9));
    }

    private void copy() throws Exception {
        var work = new ArrayList<Callable<Object>>();
        work.add(() -> into("tickets_ticket", plan.units().get(0).ticket().columns(), 0, plan.total(), this::ticket));
        for (var half = 0; half < HALVES; half++) {
            var from = plan.total() / HALVES * half;
            var to = half == HALVES - 1 ? plan.total() : plan.total() / HALVES * (half + 1);
            work.add(() -> into("tickets_message", message.columns(), from, to, this::messages));
        }
        work.add(() -> into("tickets_event", event.columns(), 0, plan.total(), this::events));
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Writes the rows of one ticket. */
    private interface Rows {
        void write(Facts facts, Copy to) throws IOException;
    }

    private Object into(String table, List<String> columns, int from, int to, Rows rows) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // the rows agree; the triggers need not look
            statement.execute("set synchronous_commit = off");
            try (var copy = new Copy(connection, table, columns)) {
                for (var number = from; number < to; number++) {
                    rows.write(plan.facts(number), copy);
                }
            }
        }
        return table;
    }

    private void ticket(Facts facts, Copy to) throws IOException {
        to.row(facts.unit().ticket().with(Rewriting.ticket(facts, code(facts), sectors.get(facts.sector()))));
    }

    private void messages(Facts facts, Copy to) throws IOException {
        var count = plan.messages(facts.number());
        for (var i = 0; i < count; i++) {
            var id = (long) facts.number() * Facts.Messages.LONG + i + firstCode;
            var rare = facts.number() % (plan.total() / 12) == 5 && i == 1;
            to.row(message.with(Rewriting.message(facts, code(facts), id, i, rare)));
        }
    }

    private void events(Facts facts, Copy to) throws IOException {
        for (var i = 0; i < EVENTS; i++) {
            var id = (long) facts.number() * EVENTS + i + firstCode;
            to.row(event.with(Rewriting.event(facts, code(facts), id, i)));
        }
    }

    private long code(Facts facts) {
        return firstCode + facts.number();
    }

    private void settleSequences(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select setval('tickets_code_seq', (select max(id) from tickets_ticket))");
            statement.execute("select setval('tickets_message_seq', (select max(id) + 50 from tickets_message))");
            statement.execute("select setval('tickets_event_seq', (select max(id) + 50 from tickets_event))");
        }
    }
}
