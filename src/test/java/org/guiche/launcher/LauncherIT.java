package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as an operator meets it: real processes, each in a folder of its own. */
class LauncherIT {

    private static final String DEMO = "guiche.demo=true";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<String> secrets = new ArrayList<>();

    /** Whatever happened, no log says what is secret (SECURITY 42). */
    @AfterEach
    void noLogHoldsASecret() throws IOException {
        Launched.noLogHoldsASecret(folder, secrets);
    }

    @AfterEach
    void aFailedTestLeavesNothingEither() {
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedItHealsAndLosesNothing() throws Exception {
        var port = Launched.freePort();
        var first = Launched.in(folder, "guiche.http.port=" + port, DEMO).ready();
        assertThat(first.output())
                .startsWith("Guichê ready at http://localhost:" + port + "/ (")
                .contains("marina@mirante.example", "guiche-demo");
        secrets.addAll(Visits.withoutTlsNothingIsForTlsOnly(port));
        execute("create table proof as select 'written before the kill' as of");

        first.kill();

        assertThat(Launched.processes(folder)).as("PostgreSQL, left behind").isNotEmpty();
        var second = Launched.in(
                        folder,
                        "guiche.http.port=" + port,
                        "guiche.base.url=https://chamados.example",
                        "guiche.http.proxies=127.0.0.1",
                        "guiche.tickets.per.hour=3",
                        DEMO)
                .ready();
        assertThat(text("select of from proof")).isEqualTo("written before the kill");
        secrets.addAll(Visits.behindTlsEverythingKeepsToIt(port));
        secrets.addAll(Visits.theFourthTicketOfAnHourIsRefused(port));
        second.terminate();
        second.nothingIsLeft();
    }

    @Test
    void oneProcessAtATimeWorksOnAFolderAndEndsWithItsParent() throws Exception {
        var port = Launched.freePort();
        var only = Launched.byAnother(folder, "guiche.http.port=" + port).ready();
        secrets.addAll(Visits.strangersAreSentToTheDoor(port));

        assertThat(Launched.in(folder, "guiche.http.port=" + Launched.freePort())
                        .refused())
                .contains("já está em uso pelo processo", "guiche.data.dir");

        only.kill();
        only.nothingIsLeft();
    }

    @Test
    void aClosedTerminalEndsItAndAPidFileThatNamesSomebodyElseIsNoHindrance() throws Exception {
        var port = "guiche.http.port=" + Launched.freePort();
        var first = Launched.inATerminal(folder, port).ready();
        first.hangUp();
        first.nothingIsLeft();
        var stale = folder.resolve("data/database/postmaster.pid");
        assertThat(stale).as("PostgreSQL ended in order").doesNotExist();
        Files.writeString(stale, ProcessHandle.current().pid() + "\n" + stale.getParent() + "\n");

        var second = Launched.in(folder, port).ready();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(Files.readAllLines(stale).get(0))
                .isNotEqualTo(Long.toString(ProcessHandle.current().pid()));
        second.terminate();
        second.nothingIsLeft();
    }

    @Test
    void theFirstStartKeepsItsClassesForTheNext() throws Exception {
        var kept = Path.of("target", "guiche", "classes");
        DataFolder.delete(kept);
        var port = "guiche.http.port=" + Launched.freePort();
        var first = Launched.plainly(folder, port).ready();
        Launched.eventually(
                () -> Stream.of(Objects.requireNonNullElse(kept.toFile().list(), new String[0]))
                        .anyMatch(name -> name.endsWith(".jsa")));
        first.terminate();

        var second = Launched.plainly(folder, port).ready();

        assertThat(second.commandLine()).contains("-XX:SharedArchiveFile=");
        second.terminate();
        second.nothingIsLeft();
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = "guiche.http.port=" + taken.getLocalPort();

            assertThat(refusal(port, DEMO)).contains("a porta " + taken.getLocalPort(), "guiche.http.port");
        }
    }

    @Test
    void aBadSettingIsSaid() throws Exception {
        assertThat(refusal("guiche.http.port=80a")).contains("um número de 1 a 65535");
        assertThat(refusal("guiche.http.prt=8080")).contains("Seria guiche.http.port?");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsSaid() throws Exception {
        assertThat(refusal("guiche.db.url=jdbc:postgresql://127.0.0.1:" + Launched.freePort() + "/guiche"))
                .contains("não respondeu");
        assertThat(refusal("guiche.db.url=" + existing("nowhere"))).contains("não existe");

        create("foreign_tables", "create table invoice (id integer)");
        assertThat(refusal("guiche.db.url=" + existing("foreign_tables"))).contains("outro programa");

        create("used_guiche", "create table flyway_schema_history ()", "create table accounts_person (email text)");
        execute("used_guiche", "insert into accounts_person values ('ana@empresa.com.br')");
        assertThat(refusal("guiche.db.url=" + existing("used_guiche"), DEMO)).contains("modo de demonstração");
    }

    @Test
    void aPostgresThatIsTooOldIsSaid(@TempDir Path elsewhere) throws Exception {
        try (var jar = new ZipFile("target/it-server/old-postgres.jar");
                var old = EmbeddedPostgres.builder()
                        .setPgBinaryResolver((system, processor) -> programs(jar))
                        .setOverrideWorkingDirectory(
                                elsewhere.resolve("programs").toFile())
                        .setDataDirectory(elsewhere.resolve("database"))
                        .start()) {
            assertThat(refusal("guiche.db.url=" + old.getJdbcUrl("postgres", "postgres")))
                    .contains("a versão 14", "precisa da 15");
        }
    }

    private static InputStream programs(ZipFile jar) throws IOException {
        var archive =
                jar.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst();
        return jar.getInputStream(archive.orElseThrow());
    }

    @Test
    void anApplicationThatCannotStartEndsTheProcess() throws Exception {
        create(
                "broken_guiche",
                "create table accounts_person (email text)",
                "create table flyway_schema_history (nonsense integer)");

        assertThat(refusal("guiche.db.url=" + existing("broken_guiche"), "guiche.http.port=" + Launched.freePort()))
                .contains("a aplicação não pôde ser iniciada", "guiche-0.log");
    }

    private String refusal(String... settings) throws Exception {
        var launched = Launched.in(folder, settings);
        var said = launched.refused();
        launched.nothingIsLeft();
        return said;
    }

    /** The suite's own PostgreSQL, as somebody's external one. */
    private static String existing(String database) {
        return System.getProperty("guiche.test.db.admin").replaceFirst("/postgres\\?", "/" + database + "?");
    }

    private static void create(String database, String... statements) throws SQLException {
        execute("postgres", "drop database if exists " + database, "create database " + database);
        execute(database, statements);
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(existing(database));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The embedded PostgreSQL that runs in our folder, as its administrator. */
    private Connection embedded() throws IOException, SQLException {
        var data = folder.resolve("data");
        var port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
        var password = Files.readString(data.resolve("database.password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/guiche", "postgres", password);
    }

    private void execute(String sql) throws IOException, SQLException {
        try (var connection = embedded();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws IOException, SQLException {
        try (var connection = embedded();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
