package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.noise;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.ClamDaemon;
import org.guiche.support.S3Server;
import org.guiche.support.TroubledLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A bucket whose server takes its time to put files where they are kept: meanwhile nobody holds the database, and everything else goes on. */
class SlowStoreIT {

    private static final String DATABASE = "slow_store_guiche";
    private static final String KEEPING = "PUT /.*/[0-9a-f]{64}[ ?].*";
    private static final int SENDERS = 12;
    private static final int LARGE = 9_000_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int port = ClamDaemon.freePort();
    private final S3Server server = S3Server.started();
    private final TroubledLine line = TroubledLine.to(server.port());

    @AfterEach
    void aFailedTestLeavesNothing() {
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
        line.close();
        server.close();
    }

    @Test
    void noConnectionIsHeldWhileTheServerCopiesAndAllIsKeptInTheEnd() throws Exception {
        var node = started();
        var bruno = Api.at(Launched.home(port)).as("bruno@jatoba.example");
        var pieces = new ApiPieces(bruno);
        var large = pieces.begun("grande.raw", LARGE);
        var pool = Executors.newFixedThreadPool(SENDERS + 1);
        try {
            line.hold(first -> first.matches(KEEPING));
            var sent = new ArrayList<Future<HttpResponse<String>>>();
            for (var i = 0; i < SENDERS; i++) {
                var bytes = noise(20_000 + i);
                sent.add(pool.submit(() -> bruno.upload("nota.raw", bytes)));
            }
            Callable<Integer> last = () -> pieces.piece(large, 0, noise(LARGE)).statusCode();
            var piece = pool.submit(last);
            Launched.eventually(() -> line.waiting() == SENDERS + 1);

            assertThat(transactions()).isZero();
            assertThat(bruno.get("tickets").statusCode()).as("everything else").isEqualTo(200);

            line.heal();
            for (var one : sent) {
                assertThat(one.get().statusCode()).isEqualTo(201);
            }
            assertThat(piece.get()).isEqualTo(204);
            assertThat(bruno.open("attachments/" + large).body()).hasBinaryContent(noise(LARGE));
        } finally {
            pool.shutdownNow();
        }
        node.terminate();
        node.nothingIsLeft();
    }

    /** Of the product, that are open for longer than a moment. */
    private static long transactions() throws SQLException {
        try (var admin = DriverManager.getConnection(admin());
                var statement = admin.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from pg_stat_activity where datname = '%s' and state <> 'idle'
                            and xact_start < clock_timestamp() - interval '500 milliseconds'""".formatted(DATABASE))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String admin() {
        return System.getProperty("guiche.test.db.admin");
    }

    private Launched started() throws Exception {
        try (var admin = DriverManager.getConnection(admin());
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        var settings = Stream.of(
                "guiche.http.port=" + port,
                "guiche.demo=true",
                "guiche.db.url=" + admin().replaceFirst("/postgres\\?", "/" + DATABASE + "?"),
                "guiche.attachments.store=" + S3Server.address(server.bucket(), line.port()),
                "guiche.attachments.s3.key=" + S3Server.KEY,
                "guiche.attachments.s3.secret=" + S3Server.SECRET);
        return Launched.in(folder, settings.toArray(String[]::new)).ready();
    }
}
