package org.guiche.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL: durable, on loopback, its administrator behind a password in the data folder, the application behind
 * one that lasts as long as the process. It detaches from the terminal, so that Ctrl-C ends the server before it.
 */
final class Postgres implements Ending.Closing {

    private static final int TRIES = 3;
    private static final String OWNER = "postgres";
    private static final String USER = "guiche";

    private final DataFolder folder;
    private final Path database;
    private final Path password;
    private final PostgresCommands commands;

    Postgres(DataFolder folder) {
        this.folder = folder;
        this.database = folder.resolve("database");
        this.password = folder.resolve("database.password");
        this.commands = new PostgresCommands(folder);
    }

    /** Starts it, after making or healing what a former run left, and says where the application finds it. */
    DatabaseAddress start() {
        try {
            commands.install();
            create();
            requireVersion();
            endOrphan();
            return open(run());
        } catch (IOException | SQLException e) {
            throw new Refusal("launcher.postgres.failed", e.getMessage(), folder.log());
        }
    }

    /** Somebody killed it while we run: without it there is nothing to serve. */
    void onDeath(Runnable then) {
        processId().flatMap(ProcessHandle::of).ifPresent(process -> Ending.after(process, then));
    }

    private void create() throws IOException {
        if (Files.exists(database)) {
            return;
        }
        var half = folder.resolve("database.half");
        DataFolder.delete(half);
        DataFolder.writeSecret(password, Passwords.random());
        commands.initialise(half, password, OWNER);
        Files.writeString(
                half.resolve("postgresql.conf"), "\ninclude 'guiche.conf'\n", java.nio.file.StandardOpenOption.APPEND);
        Files.move(half, database, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        var made = Files.readString(database.resolve("PG_VERSION")).strip();
        var program = commands.version();
        if (!program.equals(made)) {
            throw new Refusal("launcher.postgres.version", database, made, program);
        }
    }

    /** After {@code kill -9} of a former run its PostgreSQL lives on, or its pid file names somebody else by now. */
    private void endOrphan() throws IOException {
        var orphan = processId().flatMap(ProcessHandle::of).filter(this::serves);
        if (orphan.isPresent()) {
            commands.stop(database);
            orphan.get().destroyForcibly();
        }
        Files.deleteIfExists(database.resolve("postmaster.pid"));
    }

    private boolean serves(ProcessHandle process) {
        var ours = database.toString();
        var command = process.info().command().orElse("");
        return Path.of(command).getFileName().toString().startsWith("postgres")
                && process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of(ours))
                        .contains(ours);
    }

    private Optional<Long> processId() {
        try {
            return Files.readAllLines(database.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private int run() throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            commands.configure(database, port);
            if (commands.start(database)) {
                return port;
            }
            if (attempt == TRIES) { // not just the port that somebody else took, or memory not yet free
                throw new IOException(commands.lastWords());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DatabaseAddress open(int port) throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/";
        var secret = Passwords.random();
        try (var connection = DriverManager.getConnection(url + OWNER, OWNER, Files.readString(password));
                var statement = connection.createStatement()) {
            for (var step : opening(secret)) {
                var row = step.get(0).isEmpty() ? null : statement.executeQuery(step.get(0));
                if (row == null || !row.next()) {
                    statement.execute(step.get(1));
                }
            }
        }
        return new DatabaseAddress(url + USER, Optional.of(USER), Optional.of(secret));
    }

    /** What is needed, each after a query that finds it when it is there. */
    private static List<List<String>> opening(String secret) {
        var steps = new ArrayList<List<String>>();
        steps.add(List.of("select 1 from pg_roles where rolname = '" + USER + "'", "create role " + USER + " login"));
        steps.add(List.of("", "alter role " + USER + " password '" + secret + "'"));
        steps.add(List.of(
                "select 1 from pg_database where datname = '" + USER + "'",
                "create database " + USER + " owner " + USER));
        return steps;
    }

    @Override
    public void close() {
        try {
            if (processId().isPresent()) {
                commands.stop(database);
            }
        } catch (IOException e) {
            Console.complain(Texts.of("launcher.postgres.failed", e.getMessage(), folder.log()));
        }
    }
}
