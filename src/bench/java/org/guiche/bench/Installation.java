package org.guiche.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** The built distribution as an operator starts it, with its embedded PostgreSQL, in a data folder of the bench's own. */
final class Installation implements Database, AutoCloseable {

    static final int PORT = Integer.getInteger("bench.port", 18_080);

    private static final String READY = "Guichê ready at";
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Process process;
    private final double secondsToReady;

    private Installation(Path data, Process process, double secondsToReady) {
        this.data = data;
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it and waits for the line that says it is ready. */
    static Installation start(Path distribution, Path data) throws IOException {
        var from = System.nanoTime();
        var process = new ProcessBuilder(
                        distribution.resolve("bin/guiche").toString(),
                        "guiche.demo=true",
                        "guiche.http.proxies=127.0.0.1",
                        "guiche.http.port=" + PORT,
                        "guiche.data.dir=" + data)
                .redirectErrorStream(true)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(READY)) {
                drain(lines);
                return new Installation(data, process, (System.nanoTime() - from) / 1e9);
            }
            Report.note(line);
        }
        throw new IOException("the server did not start");
    }

    private static void drain(BufferedReader lines) {
        var reader = new Thread(() -> {
            try (lines) {
                lines.lines().forEach(Report::note);
            } catch (IOException | UncheckedIOException e) {
                Report.note("the server says no more");
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    double secondsToReady() {
        return secondsToReady;
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        var lines = Files.readAllLines(data.resolve("database/postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip()
                + "/guiche?reWriteBatchedInserts=true&stringtype=unspecified";
        return DriverManager.getConnection(url, "postgres", Files.readString(data.resolve("database.password")));
    }

    /** The memory of the server's process that is in RAM, in MB (of 1,000,000 bytes). */
    double residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the server did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
