package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request says of where it was sent to, the links in mails begin with the configured address (SECURITY 35). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostHeaderIT {

    private static final Duration A_MAIL_TAKES = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    @ArquillianResource
    URL home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST %s HTTP/1.1\nHost: evil.example",
                "POST %s HTTP/1.1\nHost: localhost\nHost: evil.example",
                "POST %s HTTP/1.1\nHost: evil.example\nHost: localhost",
                "POST %s HTTP/1.1\nHost: localhost\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https\nX-Forwarded-Port: 444",
                "POST %s HTTP/1.1\nHost: localhost\nForwarded: host=evil.example;proto=https",
                "POST http://evil.example%s HTTP/1.1\nHost: evil.example",
                "POST http://evil.example%s HTTP/1.1\nHost: localhost",
                "POST %s HTTP/1.1\nHost: evil.example@localhost",
                "POST %s HTTP/1.1\nHost: localhost\nX-Host: evil.example\nX-Original-URL: http://evil.example/\nOrigin: null\nReferer: http://evil.example/",
            })
    void aLinkToChooseAPasswordLeadsHome(String request) {
        var email = UUID.randomUUID() + "@muros.example";
        Rows.of(
                "insert into accounts_person (name, email, created_at) values ('Ana Muros', ?, now() - interval '1 day')",
                email);

        var answer = asks(request, email);

        if (answer.startsWith("HTTP/1.1 200")) {
            var mail = mailTo(email);
            assertThat(LINK.matcher(mail).results().map(found -> found.group()))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link).startsWith(base()));
            assertThat(mail).doesNotContain("evil");
        } else {
            assertThat(answer).matches("(?s)HTTP/1.1 (400|403|410) .*");
        }
        assertThat(answer).doesNotContain("evil.example");
    }

    private String asks(String request, String email) {
        var form = Site.hidden(Site.at(home).get("/accounts/forgot").body());
        form.put("forgot", "forgot");
        form.put("forgot:login", email);
        form.put("forgot:ask", "");
        var query = new StringBuilder("/accounts/forgot?");
        form.forEach((name, value) ->
                query.append(coded(name)).append('=').append(coded(value)).append('&'));
        var lines = request.formatted(query).split("\n", -1);
        var all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = "Content-Length: 0";
        return Site.at(home).raw(all);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The mail is written a moment later, whoever it is for. */
    private static String mailTo(String email) {
        var end = Instant.now().plus(A_MAIL_TAKES);
        List<String> mails;
        do {
            mails = Rows.of("select body from channels_outbox where recipient = ?", email);
            Thread.onSpinWait();
        } while (mails.isEmpty() && Instant.now().isBefore(end));
        assertThat(mails).as("mails to whom the link is for").hasSize(1);
        return mails.get(0);
    }

    /** Where the mails of the suite's own tickets lead: it has no other address configured. */
    private static String base() {
        return "http://localhost:8080/";
    }
}
