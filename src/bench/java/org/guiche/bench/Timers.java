package org.guiche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * What a hundred thousand unfinished tickets with three timers each do by themselves: a pass over a thousand that are due, and the reckoning anew after the unit
 * promises something else, while somebody looks at pages.
 */
final class Timers {

    private static final int DUE = 1_000;
    private static final double PASS = 2;
    private static final double RECOUNT = 60;
    private static final Duration LOOKING = Duration.ofSeconds(10);
    private static final Pattern NOW = Pattern.compile("\"now\":\"([^\"]+)\"");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

    /** As the application asks it. */
    private static final String QUERY =
            "select m.id, m.ticket_id, m.kind, m.clock_id, m.number, m.due_at from tickets_timer m"
                    + " join tickets_ticket t on t.id = m.ticket_id where m.attempts < 5 and m.due_at <= '%s' and m.attempts = 0"
                    + " order by m.due_at, m.id limit 50 for update skip locked";

    private final Report report;
    private final int size;

    Timers(Report report, int size) {
        this.report = report;
        this.size = size;
    }

    void measure(Connection database) throws Exception {
        var living = Living.begin(database);
        try (var api = new Api(Town.token(database, "admin@guiche.example"))) {
            pass(living, api, "first pass after the start");
            pass(living, api, "pass, warm");
            pass(living, api, "pass, warmer");
            recount(living);
        } finally {
            living.end();
        }
    }

    /** The clock moves to the moment at which they are due, and the answer comes when all of it has happened. */
    private void pass(Living living, Api api, String what) throws Exception {
        var moment = Instant.parse(found(NOW, api.get("demo/clock").text())).plusSeconds(30);
        living.due(DUE, moment.toString());
        var plan = living.plan(QUERY.formatted(moment));
        plan.forEach(Report::note);
        report.tell(
                size, "the query of a pass, " + what, Double.parseDouble(found(TIME, String.join("\n", plan))), "ms");
        var from = System.nanoTime();
        api.advance("PT31S");
        var seconds = (System.nanoTime() - from) / 1e9;
        var left = living.count("select count(*) from tickets_timer where due_at = '" + moment + "'");
        if (left > 0) {
            throw new IOException(left + " of " + DUE + " did not happen");
        }
        report.atMost(size, DUE + " timers due of 300,000, " + what, seconds, PASS, "s");
    }

    private void recount(Living living) throws Exception {
        var visit = Visit.signIn("analista1@guiche.example");
        var before = look(visit, LOOKING);
        report.tell(size, "agent's list, p99, before the promise changes", before.p99(), "ms");
        var threads = Executors.newSingleThreadExecutor();
        try {
            living.promise("PT20H");
            var from = System.nanoTime();
            living.run(List.of(
                    "insert into tickets_recount (unit_id, asked_at) select id, now() - interval '1 hour' from units_unit where key = '"
                            + Living.UNIT + "'"));
            var counted = threads.submit(() -> untilCounted(living, from));
            var meanwhile = look(visit, LOOKING.multipliedBy(2));
            report.atMost(size, "tickets reckoned again, " + Living.OPEN, counted.get(), RECOUNT, "s");
            report.tell(size, "agent's list, p99, while tickets are reckoned again", meanwhile.p99(), "ms");
        } finally {
            threads.shutdown();
            visit.close();
        }
    }

    private static Load.Result look(Visit visit, Duration during) throws Exception {
        Callable<Load.Work> client = () -> () -> visit.look("/tickets/workspace?view=mine");
        return Load.run(1, Duration.ofSeconds(2), during, client);
    }

    private static double untilCounted(Living living, long from) throws Exception {
        while (living.count("select count(*) from tickets_recount") > 0) {
            Thread.sleep(100);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    private static String found(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
