package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.guiche.support.Leaks;
import org.guiche.support.OpenIdProvider;
import org.guiche.support.SecretColumns;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server wrote into its log during the whole run, read after all other tests (SECURITY 9, 42). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Order(Integer.MAX_VALUE)
class SecretsIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String CPF = "111.444.777-35";

    @ArquillianResource
    URL home;

    private final String canary = "canario" + UUID.randomUUID();

    @Test
    void theLogTellsWhatHappenedAndNothingThatIsSecret() throws Exception {
        var secrets = new ArrayList<>(List.of(canary, "11144477735", CPF, OpenIdProvider.SECRET));
        var site = Site.at(home).as(BRUNO);
        for (var cookie : site.cookies().split("; ", -1)) {
            secrets.add(cookie.substring(cookie.indexOf('=') + 1));
        }
        misuse(site);
        secrets.addAll(Api.tokens());
        var kept = new HashSet<String>();
        for (var column : SecretColumns.secrets()) {
            kept(SecretColumns.values(column)).stream()
                    .flatMap(SecretColumns::forms)
                    .forEach(kept::add);
        }

        var log = log();

        assertThat(log).as("the log of this run").contains("sign-in Accepted for ", "sign-in Refused for ");
        Leaks.none("the log", log, secrets.toArray(new String[0]));
        assertThat(SecretColumns.words(log).anyMatch(kept::contains))
                .as("something of a secret column in the log")
                .isFalse();
    }

    /** All of it, in however many files. */
    private static String log() throws IOException {
        var log = Path.of(System.getProperty("guiche.test.log"));
        var name = log.getFileName() + ".";
        try (var files = Files.list(log.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(Pattern.quote(name) + "\\d+"))
                    .map(SecretsIT::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Secrets where they do not belong, and where they do. */
    private void misuse(Site site) {
        var form = Site.hidden(Site.at(home).get("/accounts/signin").body());
        form.putAll(Map.of("signin:login", CPF, "signin:password", canary, "signin:submit", ""));
        Site.at(home).post("/accounts/signin", form);
        site.get("/probe/form?fault=broken&password=" + canary);
        site.get("/" + canary);
        var basic = Base64.getEncoder().encodeToString((CPF + ":" + canary).getBytes(StandardCharsets.UTF_8));
        Api.at(home).post("tokens", "{'scopes':['*']}", "Authorization", "Basic " + basic);
        Api.at(home).post("tokens", "{'" + canary + "'", "Authorization", "Basic " + canary);
        Api.at(home).with(canary).get("me");
        Api.at(home).as(BRUNO).post("tickets", "{'password':'" + canary + "'}", "Idempotency-Key", canary);
    }

    private static List<String> kept(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
