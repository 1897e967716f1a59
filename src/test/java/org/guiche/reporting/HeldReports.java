package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Holds whoever reads tickets of reports, at a transaction of its choice, and lets the database break it off there. */
@Dependent
class HeldReports {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE = 20_000_000;

    /** How the rows of a list of tickets are looked for. */
    private static final String PAGE = "select ticket_id from reporting_ticket";

    private static final String LOCK = "lock table reporting_ticket in access exclusive mode";

    /** Those who wait for each other need a thread each; what all share may have but one. */
    private static final Executor THREADS = task -> new Thread(task, "held-reports").start();

    private static final String WAITING = "from pg_locks l join pg_stat_activity a on a.pid = l.pid"
            + " where l.relation = cast('reporting_ticket' as regclass) and not l.granted and a.query like '%s%%'";

    @Inject
    DatabaseAdministrator administrator;

    /** Nobody reads them meanwhile. */
    <T> T meanwhile(Callable<T> what) throws Exception {
        var lock = locked();
        try {
            return what.call();
        } finally {
            end(lock);
        }
    }

    /** What is begun reads so many pages of tickets; while it waits for the next one, its connection to the database is ended. */
    <T> T brokenAfter(int pages, Callable<T> what) throws Exception {
        var lock = locked();
        var result = CompletableFuture.supplyAsync(() -> call(what), THREADS);
        try {
            for (int page = 0; page < pages; page++) {
                lock = passed(lock);
            }
            until(PAGE);
            number(lock, "select count(pg_terminate_backend(a.pid)) " + WAITING.formatted(PAGE));
        } finally {
            end(lock);
        }
        return result.get();
    }

    /** Lets one page through: whoever asks for the next lock now has it right behind that page. */
    private Connection passed(Connection lock) throws SQLException, ExecutionException, InterruptedException {
        until(PAGE);
        var next = CompletableFuture.supplyAsync(() -> call(this::locked), THREADS);
        until(LOCK);
        end(lock);
        return next.get();
    }

    private Connection locked() throws SQLException {
        var connection = administrator.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        return connection;
    }

    private static void end(Connection lock) throws SQLException {
        lock.rollback();
        lock.close();
    }

    private static <T> T call(Callable<T> what) {
        try {
            return what.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void until(String query) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var connection = administrator.connect()) {
            while (number(connection, "select count(*) " + WAITING.formatted(query)) == 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("nobody waits for: " + query);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
