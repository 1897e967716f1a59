package org.guiche.launcher;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's own programs are told. Each says what it did in {@code log/postgresql-start.log}. */
final class PostgresCommands {

    private static final String SETTINGS = """
            # Written at every start; your own settings belong into postgresql.conf, before its last line.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 60
            shared_buffers = 256MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            logging_collector = on
            log_directory = '%s'
            log_filename = 'postgresql-%%a.log'
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_checkpoints = off
            log_error_verbosity = terse
            """;

    private final DataFolder folder;
    private final Path output;
    private @Nullable PostgresPrograms programs;

    PostgresCommands(DataFolder folder) {
        this.folder = folder;
        this.output = folder.log().resolve("postgresql-start.log");
    }

    void install() throws IOException {
        Files.deleteIfExists(output);
        programs = PostgresPrograms.in(Files.createDirectories(folder.resolve("postgres")));
        if (isRoot() && run(List.of("unshare", "-U", "true")) != 0) {
            throw new Refusal("launcher.postgres.root");
        }
    }

    /** A cluster for Portuguese: accents and case in the right order, in UTF-8, every page with a checksum. */
    void initialise(Path database, Path password, String owner) throws IOException {
        var done = pg(
                "initdb",
                "-D",
                database.toString(),
                "-U",
                owner,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=pt-BR",
                "--locale=" + letters());
        if (done != 0) {
            throw new IOException(lastWords());
        }
    }

    /** The C library's part: which bytes are letters. */
    private static String letters() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? "pt_BR.UTF-8" : system.startsWith("windows") ? "pt-BR" : "C.UTF-8";
    }

    void configure(Path database, int port) throws IOException {
        var log = folder.log().toString().replace('\\', '/').replace("'", "''");
        Files.writeString(database.resolve("guiche.conf"), SETTINGS.formatted(port, log));
    }

    boolean start(Path database) throws IOException {
        return pg("pg_ctl", "start", "-w", "-t", "60", "-D", database.toString(), "-l", output.toString()) == 0;
    }

    void stop(Path database) throws IOException {
        if (pg("pg_ctl", "stop", "-w", "-t", "30", "-m", "fast", "-D", database.toString()) != 0) {
            pg("pg_ctl", "stop", "-w", "-t", "10", "-m", "immediate", "-D", database.toString());
        }
    }

    /** The major version, as it stands in a cluster's {@code PG_VERSION}. */
    String version() throws IOException {
        var process = new ProcessBuilder(program("postgres"), "--version").start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
    }

    String lastWords() throws IOException {
        var lines = Files.readAllLines(output);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    private int pg(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        command.add(program(program));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String program(String name) {
        if (programs == null) {
            throw new IllegalStateException("not installed");
        }
        return programs.program(name);
    }

    private int run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(command.get(0));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && !System.getProperty("os.name").startsWith("Windows");
    }
}
