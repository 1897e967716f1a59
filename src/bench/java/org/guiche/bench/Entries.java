package org.guiche.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Signing in: what it costs above the password's hash, and what two hundred at once do to those who are in already. */
final class Entries {

    private static final int AT_ONCE = 200;
    private static final double ABOVE_THE_HASH = 30;
    private static final int MEMORY_KIB = 9 * 1024;
    private static final int PASSES = 13;

    private final Report report;
    private final int size;
    private final Installation installation;
    private final Duration warming;
    private final Duration measured;

    /** @param warming how long somebody signs in before it is measured: the compiler takes a minute or two for the hash */
    Entries(Report report, int size, Installation installation, Duration warming, Duration measured) {
        this.report = report;
        this.size = size;
        this.installation = installation;
        this.warming = warming;
        this.measured = measured;
    }

    void measure(Connection database) throws Exception {
        alone();
        crowd(database);
    }

    /** The hash and the sign-in turn and turn about, on the same machine at the same time. */
    private void alone() throws Exception {
        var laps = new Laps();
        Load.run(1, warming, measured.multipliedBy(2), () -> new Load.Work() {
            @Override
            public void once() throws Exception {
                var visit = Visit.open();
                laps.lap("hash", Entries::hash);
                laps.lap("sign-in", () -> visit.enter("pessoa4@comercio001.example"));
                visit.close();
            }

            @Override
            public void warm() {
                laps.clear();
            }
        });
        var hash = laps.result("hash", measured).p50();
        report.tell(size, "hash of a password, p50", hash, "ms");
        report.atMost(size, "sign-in, p50", laps.result("sign-in", measured).p50(), hash + ABOVE_THE_HASH, "ms");
    }

    private static byte[] hash() {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(new byte[16])
                .build());
        var hash = new byte[32];
        argon.generateBytes(Town.PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private void crowd(Connection database) throws Exception {
        var emails = new ArrayList<String>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select email from accounts_person where email like 'pessoa_@comercio%' order by email limit "
                                + AT_ONCE)) {
            while (row.next()) {
                emails.add(row.getString(1));
            }
        }
        var visit = Visit.signIn("pessoa2@comercio250.example");
        look(visit, new AtomicBoolean(), measured); // warms up
        var before = installation.residentMegabytes();
        var quiet = look(visit, new AtomicBoolean(), measured);
        var done = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(AT_ONCE + 1);
        try {
            var watching = threads.submit(() -> look(visit, done, Duration.ofMinutes(5)));
            var from = System.nanoTime();
            all(threads.invokeAll(crowd(emails)));
            done.set(true);
            report.tell(size, AT_ONCE + " signed in at once, until the last", (System.nanoTime() - from) / 1e9, "s");
            report.tell(size, "Meus chamados before it, p95", quiet.p95(), "ms");
            report.tell(size, "Meus chamados meanwhile, p95", watching.get().p95(), "ms");
            report.tell(size, "memory that it took", installation.residentMegabytes() - before, "MB");
        } finally {
            threads.shutdownNow();
            visit.close();
        }
    }

    private static List<Callable<Boolean>> crowd(List<String> emails) {
        var start = new CyclicBarrier(emails.size());
        var number = new AtomicInteger();
        return emails.stream()
                .<Callable<Boolean>>map(email -> () -> {
                    var visit = Visit.open("10.1." + number.incrementAndGet() + ".1");
                    start.await();
                    visit.enter(email).close();
                    return true;
                })
                .toList();
    }

    private static void all(List<Future<Boolean>> futures) throws Exception {
        for (var future : futures) {
            if (!future.get()) {
                throw new IllegalStateException("somebody did not get in");
            }
        }
    }

    private static Load.Result look(Visit visit, AtomicBoolean done, Duration longest) throws Exception {
        var laps = new Laps();
        var end = System.nanoTime() + longest.toNanos();
        while (!done.get() && System.nanoTime() < end) {
            laps.lap("look", () -> visit.look("/tickets/mine"));
        }
        return laps.result("look", longest);
    }
}
