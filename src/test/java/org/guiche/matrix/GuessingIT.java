package org.guiche.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hundred guesses at once at every door that takes a password, each from an address of its own as its headers have it (SECURITY 39): no
 * more of them are looked at than of one after another. That IPv6 counts by /64 and the rest is in {@code SignInIT} and {@code CallerTest}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GuessingIT {

    private static final int GUESSES = 100;
    private static final int LOOKED_AT = 8;

    @ArquillianResource
    URL home;

    private final String email = UUID.randomUUID() + "@muros.example";

    @AfterEach
    void forget() {
        Rows.of("delete from accounts_throttle"); // all tests come from one address
    }

    @Test
    void aHundredGuessesAtOnceGetNoFurtherThanOneAfterAnother() throws Exception {
        Rows.of(
                "insert into accounts_person (name, email, password_hash, created_at) select 'Ana Muros', ?, password_hash, created_at"
                        + " from accounts_person where email = 'bruno@jatoba.example'",
                email);

        var answers = atOnce();

        assertThat(answers).hasSize(GUESSES).containsOnly("looked at", "too many");
        assertThat(Collections.frequency(answers, "looked at")).isBetween(1, LOOKED_AT);
        assertThat(byToken("guiche-demo", "203.0.113.7"))
                .as("the right one, too late")
                .isEqualTo("too many");
        assertThat(byForm("guiche-demo", "203.0.113.8"))
                .as("the right one, too late")
                .isEqualTo("too many");
    }

    private List<String> atOnce() throws Exception {
        var guesses = new ArrayList<Callable<String>>();
        for (int i = 0; i < GUESSES; i++) {
            var from = "198.51.100." + i;
            var password = "errada " + i;
            guesses.add(i % 2 == 0 ? () -> byForm(password, from) : () -> byToken(password, from));
        }
        var threads = Executors.newFixedThreadPool(GUESSES);
        try {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private String byToken(String password, String from) {
        var basic = Base64.getEncoder().encodeToString((email + ":" + password).getBytes(UTF_8));
        var answer = Api.at(home)
                .post(
                        "tokens",
                        "{}",
                        "Authorization",
                        "Basic " + basic,
                        "X-Forwarded-For",
                        from,
                        "Forwarded",
                        "for=" + from);
        return said(answer.statusCode() == 401, answer.statusCode() == 429);
    }

    private String byForm(String password, String from) {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        var body = new StringBuilder();
        form.put("signin:login", email);
        form.put("signin:password", password);
        form.put("signin:submit", "");
        form.forEach((name, value) ->
                body.append(coded(name)).append('=').append(coded(value)).append('&'));
        var answer = site.send(site.request("/accounts/signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", from)
                .header("X-Real-IP", from)
                .POST(BodyPublishers.ofString(body.toString())));
        return said(answer.body().contains("não conferem"), answer.body().contains("muitas tentativas"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String said(boolean lookedAt, boolean tooMany) {
        return lookedAt == tooMany ? "something else" : lookedAt ? "looked at" : "too many";
    }
}
