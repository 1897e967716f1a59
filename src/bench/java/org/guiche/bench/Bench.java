package org.guiche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts the built distribution on a history of each size and measures it. {@code bench.sizes} names other sizes,
 * {@code bench.seconds} another time for each figure, {@code bench.parts} only some of {@code pages,creation,timers,people,entries,reports,uploads}; a filled data folder in {@code target/bench} is used again.
 */
public final class Bench {

    private static final Path DISTRIBUTION = Path.of("target", "guiche").toAbsolutePath();
    private static final Path DATA = Path.of("target", "bench").toAbsolutePath();
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 8));
    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("bench.warming", 120));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final List<String> PARTS =
            List.of(System.getProperty("bench.parts", "pages,creation,timers,people,entries,reports,uploads")
                    .split(","));
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);

    private final Report report = new Report();

    private Bench() {}

    /** Measures everything; ends with 0 whether targets are met or not, because a busy machine is no broken build. */
    public static void main(String[] arguments) throws Exception {
        var bench = new Bench();
        var sizes = System.getProperty("bench.sizes", "100000,1000000").split(",");
        for (var size :
                Arrays.stream(sizes).map(String::strip).map(Integer::valueOf).toList()) {
            bench.measure(size);
        }
        bench.report.write(List.of(
                "# Guichê, measured",
                "",
                "%d processors, Java %s, %s %s."
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version"),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"))));
    }

    private void measure(int size) throws Exception {
        var data = DATA.resolve(Integer.toString(size));
        fill(data, size);
        try (var installation = Installation.start(DISTRIBUTION, data)) {
            report.atMost(size, "ready, cold, existing data", installation.secondsToReady(), 8, "s");
            try (var database = installation.connect()) {
                var last =
                        Town.ids(database, "select max(id) from tickets_ticket").get(0);
                if (PARTS.contains("pages")) {
                    new Pages(report, size, WARM_UP, MEASURED, WARMING).measure(database);
                }
                if (PARTS.contains("creation")) {
                    creation(installation, database, size);
                }
                report.atMost(size, "resident memory after the load", installation.residentMegabytes(), 600, "MB");
                if (PARTS.contains("timers")) {
                    new Timers(report, size).measure(database);
                }
                if (PARTS.contains("people")) {
                    Population.settle(database);
                    new Directories(report, size, WARM_UP, MEASURED).measure(database);
                }
                if (PARTS.contains("entries")) {
                    new Entries(report, size, installation, WARMING, MEASURED).measure(database);
                }
                if (PARTS.contains("reports")) {
                    new Dashboards(report, size, WARM_UP, MEASURED).measure(database);
                }
                if (PARTS.contains("uploads")) {
                    new Uploads(report, size, data).measure(database);
                }
                forget(database, last);
            }
        }
    }

    private static void fill(Path data, int size) throws Exception {
        var filled = data.resolve("filled");
        if (Files.exists(filled)) {
            return;
        }
        Files.createDirectories(data);
        try (var installation = Installation.start(DISTRIBUTION, data)) {
            History.fill(installation, size);
        }
        Files.createFile(filled);
    }

    private void creation(Installation installation, Connection database, int size) throws Exception {
        var tokens = Town.tokens(database, CLIENTS.get(CLIENTS.size() - 1));
        long first;
        try (var api = new Api(tokens.get(0))) {
            first = api.open();
        }
        var floor = Floor.like(database, first);
        Report.note("a ticket is " + floor.told());
        for (var clients : CLIENTS) {
            var next = new AtomicInteger();
            var ours = Load.run(clients, WARM_UP, MEASURED, () -> new Api(tokens.get(next.getAndIncrement())));
            var least = Load.run(clients, Duration.ofSeconds(2), MEASURED, () -> floor.client(installation.connect()));
            tell(size, clients, ours, least);
        }
    }

    private void tell(int size, int clients, Load.Result ours, Load.Result least) {
        var what = "tickets opened through the API, " + clients + (clients == 1 ? " client" : " clients");
        if (clients == 16) {
            report.atLeast(size, what, ours.perSecond(), 600, "/s");
        } else {
            report.tell(size, what, ours.perSecond(), "/s");
        }
        report.tell(size, "the same rows by JDBC, " + clients, least.perSecond(), "/s");
        report.atLeast(size, "share of the floor, " + clients, 100 * ours.perSecond() / least.perSecond(), 25, "%");
        report.tell(size, "opening a ticket, p95, " + clients, ours.p95(), "ms");
    }

    /** Takes away what was opened, so that the next run finds the history as it was filled. */
    private static void forget(Connection database, long last) throws SQLException, IOException {
        var steps = new ArrayDeque<String>();
        steps.push("delete from tickets_ticket where id > " + last);
        for (var reference : Floor.references(database)) {
            steps.push("delete from " + reference.get(0) + " where " + reference.get(1) + " > " + last);
        }
        steps.push("set session_replication_role = replica"); // history may only grow, and this one must not
        steps.add("set session_replication_role = default");
        steps.add("vacuum analyze");
        try (var statement = database.createStatement()) {
            for (var step : steps) {
                statement.execute(step);
            }
        }
    }
}
