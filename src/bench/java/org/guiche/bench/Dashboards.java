package org.guiche.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports over a history in which every ticket has stays and clocks, and what counting costs those who open tickets. */
final class Dashboards {

    private static final double QUARTER = 300;
    private static final double YEARS = 1_000;
    private static final double COST = 1.05;
    private static final int ROUNDS = 8;
    private static final int OPENING = 4;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofHours(1);

    /**
     * What the copied rows leave out: three stays, two clocks, one in seven missed, one rating in five tickets, and one to three of three
     * hundred labels, some of them everywhere, on two tickets in five.
     */
    private static final List<String> LIVES = List.of(
            "set session_replication_role = replica", // what is made agrees; the triggers need not look
            "delete from tickets_stay",
            "insert into tickets_stay (id, ticket_id, from_at, status_id)"
                    + " select nextval('tickets_stay_seq'), t.id, s.at, u.id from tickets_ticket t"
                    + " cross join lateral (values (t.created_at, 'NEW'), (coalesce(t.first_response_at, t.created_at + interval '1 hour'), 'OPEN'),"
                    + " (t.resolved_at, t.category)) s (at, category)"
                    + " join lateral (select id from units_status u where u.unit_id = t.unit_id and u.category = s.category"
                    + " order by u.position limit 1) u on true where s.at is not null order by t.id, s.at",
            "delete from tickets_clock where id not in (select clock_id from tickets_timer where clock_id is not null)",
            "insert into tickets_clock (id, ticket_id, metric, amount, kind, started_at, due_at, stopped_at)"
                    + " select nextval('tickets_clock_seq'), t.id, m.metric, m.amount, 'OPEN_HOURS', t.created_at,"
                    + " case when t.id % 7 = 0 then m.stopped - interval '1 minute' else m.stopped + interval '1 minute' end, m.stopped"
                    + " from tickets_ticket t cross join lateral (values ('FIRST_RESPONSE', 'PT4H', t.first_response_at),"
                    + " ('RESOLUTION', 'PT16H', t.resolved_at)) m (metric, amount, stopped) where m.stopped is not null",
            "insert into tickets_rating (ticket_id, person_id, score, created_at)"
                    + " select t.id, t.requester_id, 1 + t.id % 5, t.resolved_at from tickets_ticket t"
                    + " where t.resolved_at is not null and t.id % 5 = 0 on conflict do nothing",
            "update tickets_ticket t set tags = (select jsonb_agg(distinct 'etiqueta ' || floor(300 * power((t.id * k.prime % 1009) / 1009.0, 3)))"
                    + " from (values (7919, 1), (104729, 3), (15485863, 7)) k (prime, every) where t.id % k.every = 0) where t.id % 5 < 2",
            "set session_replication_role = default",
            "analyze tickets_stay, tickets_clock, tickets_rating");

    private static final List<String> DIMENSIONS =
            List.of("unit", "agent", "classification", "company", "partner", "channel", "priority", "tag");

    private static final String TOUCHED = "select count(*) from tickets_touched";

    private static final List<String> TRIGGERS = List.of("tickets_ticket_touched", "tickets_ticket_tags");

    private final Report report;
    private final int size;
    private final Duration warmUp;
    private final Duration measured;

    Dashboards(Report report, int size, Duration warmUp, Duration measured) {
        this.report = report;
        this.size = size;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    void measure(Connection database) throws Exception {
        count(database);
        var supervisor = Visit.signIn("talita@guiche.example");
        warm(supervisor);
        for (var days : List.of("90", "1095")) {
            var target = days.equals("90") ? QUARTER : YEARS;
            look(supervisor, days, "", target);
            for (var by : DIMENSIONS) {
                look(supervisor, days, "&por=" + by, target);
            }
            look(
                    supervisor,
                    days,
                    "&unidade="
                            + word(
                                    database,
                                    "select u.key from units_unit u join tickets_ticket t on t.unit_id = u.id group by 1 order by count(*) desc limit 1"),
                    target);
            look(
                    supervisor,
                    days,
                    "&setor=" + word(database, "select key from units_sector order by id limit 1"),
                    target);
            look(supervisor, days, "&analista=" + busiest(database, "assignee_id"), target);
            look(supervisor, days, "&classificacao=" + busiest(database, "classification_id"), target);
            look(supervisor, days, "&empresa=" + busiest(database, "company_id"), target);
            look(
                    supervisor,
                    days,
                    "&etiqueta="
                            + URLEncoder.encode(
                                    word(
                                            database,
                                            "select t.tag from reporting_ticket cross join lateral unnest(tags) t (tag)"
                                                    + " group by 1 order by count(*) desc limit 1"),
                                    StandardCharsets.UTF_8),
                    target);
            look(Visit.signIn("analista1@guiche.example"), days, " of an agent's own work", target);
            look(Visit.signIn("pessoa1@comercio001.example"), days, " of a company", target);
        }
        cost(database);
    }

    /** The product itself counts all of it, as after an upgrade. */
    private void count(Connection database) throws Exception {
        if (Town.ids(database, "select count(*) from tickets_rating").get(0) < size / 10) {
            execute(database, LIVES);
            execute(
                    database,
                    List.of("insert into tickets_touched (ticket_id) select id from tickets_ticket order by id"));
        }
        var tickets = Town.ids(database, TOUCHED).get(0);
        var from = System.nanoTime();
        settle(database, TOUCHED);
        var took = (System.nanoTime() - from) / 1e9;
        settle(database, "select case when exists (select from reporting_packed_month) then 0 else 1 end");
        if (tickets > 0) {
            report.tell(size, "tickets counted", tickets / took, "/s");
        }
        settle(database, "select count(*) from reporting_packed_month where not packed");
        execute(database, List.of("vacuum analyze"));
        for (var table : List.of(
                "ticket",
                "fact",
                "unit_cell",
                "sector_cell",
                "cell",
                "agent_cell",
                "client_cell",
                "party_cell",
                "label_cell",
                "packed_label")) {
            Report.note(Town.ids(database, "select count(*) from reporting_" + table)
                            .get(0) + " rows in reporting_" + table);
        }
    }

    private static void settle(Connection database, String left) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (Town.ids(database, left).get(0) > 0) {
            if (System.nanoTime() > until) {
                throw new IOException("tickets are not counted within " + PATIENCE);
            }
            Thread.sleep(1_000);
        }
    }

    /** Somebody has looked before: the server still compiles what all of them have in common. */
    private void warm(Visit visit) throws Exception {
        var next = new AtomicInteger();
        Load.run(
                1,
                Duration.ZERO,
                warmUp.multipliedBy(DIMENSIONS.size()),
                () -> () -> visit.look("/reporting/dashboard?periodo=90&por="
                        + DIMENSIONS.get(next.getAndIncrement() % DIMENSIONS.size())));
    }

    private void look(Visit visit, String days, String what, double target) throws Exception {
        var path = "/reporting/dashboard?periodo=" + days + (what.startsWith("&") ? what : "");
        var result = Load.run(1, warmUp.dividedBy(2), measured, () -> () -> visit.look(path));
        report.times(size, "dashboard, " + days + " days" + what, result, Double.NaN, target);
    }

    /** Tickets are opened with and without what notes that they changed, turn and turn about. */
    private void cost(Connection database) throws Exception {
        var tokens = Town.tokens(database, OPENING);
        double with = 0;
        double without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            noting(database, "disable");
            without += opened(tokens);
            noting(database, "enable");
            with += opened(tokens);
        }
        report.tell(size, "tickets opened without being counted, " + OPENING + " clients", without / ROUNDS, "/s");
        report.tell(size, "tickets opened, " + OPENING + " clients", with / ROUNDS, "/s");
        report.atMost(size, "what counting costs opening", without / with, COST, "times");
    }

    private static double opened(List<String> tokens) throws Exception {
        var next = new AtomicInteger();
        return Load.run(OPENING, Duration.ofSeconds(2), ROUND, () -> new Api(tokens.get(next.getAndIncrement())))
                .perSecond();
    }

    private static void noting(Connection database, String what) throws SQLException {
        execute(
                database,
                TRIGGERS.stream()
                        .map(trigger -> "alter table tickets_ticket " + what + " trigger " + trigger)
                        .toList());
    }

    private static String busiest(Connection database, String column) throws SQLException {
        return word(
                database,
                "select " + column + " from tickets_ticket where " + column
                        + " is not null group by 1 order by count(*) desc limit 1");
    }

    private static String word(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection database, List<String> steps) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var step : steps) {
                statement.execute(step);
            }
        }
    }
}
