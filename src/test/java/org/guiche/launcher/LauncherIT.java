package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiche.support.Api;
import org.guiche.support.Leaks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as an operator meets it: real processes, each in a folder of its own. */
class LauncherIT {

    private static final String DEMO = "guiche.demo=true";
    private static final String BRUNO = "bruno@jatoba.example";
    private static final String HSTS = "Strict-Transport-Security";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<String> secrets = new ArrayList<>();

    /** Whatever happened, no log says what is secret (SECURITY 42). */
    @AfterEach
    void noLogHoldsASecret() throws IOException {
        var data = folder.resolve("data");
        if (Files.exists(data.resolve("database.password"))) {
            secrets.add(Files.readString(data.resolve("database.password")).strip());
        }
        if (Files.exists(data.resolve("log"))) {
            try (var logs = Files.list(data.resolve("log"))) {
                for (var log : logs.toList()) {
                    Leaks.none(log.toString(), Files.readString(log), secrets.toArray(new String[0]));
                }
            }
        }
    }

    @AfterEach
    void aFailedTestLeavesNothingEither() {
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedItHealsAndLosesNothing() throws Exception {
        var port = freePort();
        var first = Launched.in(folder, "guiche.http.port=" + port, DEMO).ready();
        assertThat(first.output())
                .startsWith("Guichê ready at http://localhost:" + port + "/ (")
                .contains("marina@mirante.example", "guiche-demo");
        withoutTlsNothingIsForTlsOnly(port);
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
        behindTlsEverythingKeepsToIt(port);
        theFourthTicketOfAnHourIsRefused(port);
        second.terminate();
        second.nothingIsLeft();
    }

    /** Whoever claims so in a header: only the settings say that we are reached by TLS. */
    private void withoutTlsNothingIsForTlsOnly(int port) throws Exception {
        var browser = new Browser(port, "https");
        var signedIn = browser.signIn(BRUNO);
        var page = browser.get("/tickets/open");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.cookies(signedIn)).anyMatch(cookie -> cookie.startsWith("guiche="));
        assertThat(Browser.cookies(signedIn)).noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(signedIn.headers().firstValue(HSTS)).isEmpty();
        assertThat(page.headers().firstValue(HSTS)).isEmpty();
        secrets.addAll(browser.kept().values());
    }

    private void behindTlsEverythingKeepsToIt(int port) throws Exception {
        var browser = new Browser(port, "https");
        var signedIn = browser.signIn(BRUNO);
        var page = browser.get("/tickets/open");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).doesNotStartWith("http:");
        assertThat(Browser.cookies(signedIn))
                .anyMatch(cookie -> cookie.startsWith("__Host-guiche="))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "SameSite=Lax")
                        .containsIgnoringCase("path=/")
                        .doesNotContainIgnoringCase("domain="));
        for (var answer : List.of(signedIn, page, browser.get("/accounts/signin"), browser.get("/nada"))) {
            assertThat(answer.headers().firstValue(HSTS)).hasValue("max-age=31536000; includeSubDomains");
        }
        secrets.addAll(browser.kept().values());
    }

    private void theFourthTicketOfAnHourIsRefused(int port) throws Exception {
        var api = Api.at(new URL("http://127.0.0.1:" + port + "/")).as("carla@araca.example");
        var ticket = "{'unit':'loja','subject':'Frete','description':'Não soma.','answers':{'pedido':'88121'}}";
        for (var i = 0; i < 3; i++) {
            assertThat(api.post("tickets", ticket).statusCode()).isEqualTo(201);
        }

        var refused = api.post("tickets", ticket, "Idempotency-Key", "quarto");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Api.json(refused).getString("detail"))
                .isEqualTo("Você já abriu 3 chamados em uma hora, que é o limite. Espere 60 minutos e envie de novo.");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3500, 3600);
        secrets.addAll(Api.tokens());
    }

    @Test
    void oneProcessAtATimeWorksOnAFolderAndEndsWithItsParent() throws Exception {
        var port = freePort();
        var only = Launched.byAnother(folder, "guiche.http.port=" + port).ready();
        assertThat(status(port, "/")).isEqualTo(302);
        assertThat(header(port, "/", "Server")).isEmpty();

        assertThat(Launched.in(folder, "guiche.http.port=" + freePort()).refused())
                .contains("já está em uso pelo processo", "guiche.data.dir");

        only.kill();
        only.nothingIsLeft();
    }

    @Test
    void theFirstStartKeepsItsClassesForTheNext() throws Exception {
        var kept = Path.of("target", "guiche", "classes");
        DataFolder.delete(kept);
        var port = "guiche.http.port=" + freePort();
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
        assertThat(refusal("guiche.db.url=jdbc:postgresql://127.0.0.1:" + freePort() + "/guiche"))
                .contains("não respondeu");
        assertThat(refusal("guiche.db.url=" + existing("nowhere"))).contains("não existe");

        create("foreign_tables", "create table invoice (id integer)");
        assertThat(refusal("guiche.db.url=" + existing("foreign_tables"))).contains("outro programa");

        create("used_guiche", "create table flyway_schema_history ()", "create table accounts_person (email text)");
        execute("used_guiche", "insert into accounts_person values ('ana@empresa.com.br')");
        assertThat(refusal("guiche.db.url=" + existing("used_guiche"), DEMO)).contains("modo de demonstração");
    }

    @Test
    void anApplicationThatCannotStartEndsTheProcess() throws Exception {
        create(
                "broken_guiche",
                "create table accounts_person (email text)",
                "create table flyway_schema_history (nonsense integer)");

        assertThat(refusal("guiche.db.url=" + existing("broken_guiche"), "guiche.http.port=" + freePort()))
                .contains("a aplicação não pôde ser iniciada", "guiche-0.log");
    }

    private String refusal(String... settings) throws Exception {
        var launched = Launched.in(folder, settings);
        var said = launched.refused();
        launched.nothingIsLeft();
        return said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int status(int port, String path) throws Exception {
        return answer(port, path).statusCode();
    }

    private static Optional<String> header(int port, String path, String name) throws Exception {
        return answer(port, path).headers().firstValue(name);
    }

    private static HttpResponse<Void> answer(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
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
