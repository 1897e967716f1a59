package org.guiche.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Devices;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.accounts.SecondFactors;
import org.guiche.accounts.SignInPolicy;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.support.Api;
import org.guiche.support.Authenticator;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second step over real HTTP: what a browser and a program get before, with and without the code. */
@ExtendWith(ArquillianExtension.class)
class SecondStepIT {

    private static final String PASSWORD = "guiche-demo";
    private static final String PAGE = "/tickets/open";

    @EJB
    SecondFactors factors;

    @EJB
    SignInPolicy policy;

    @EJB
    People people;

    @EJB
    Devices devices;

    @Inject
    Clocks clocks;

    @Inject
    HttpServletRequest request;

    private final String email = "s" + UUID.randomUUID() + "@etapa.example";

    private Person person(Role... roles) {
        return people.get(
                people.register(new NewPerson("Ana Lima", new Email(email), null, null, PASSWORD, Set.of(roles))));
    }

    private URL home() throws MalformedURLException {
        return new URL("http", "127.0.0.1", request.getLocalPort(), "/");
    }

    private Authenticator setUp(Person person) {
        var app = Authenticator.with(factors.begin(person, PASSWORD).secret());
        factors.confirm(person, app.code(-1));
        return app;
    }

    private static HttpResponse<String> answers(Site site, String code) {
        var form = Site.hidden(site.get("/accounts/code").body());
        form.put("second", "second");
        form.put("second:code", code);
        form.put("second:submit", "");
        return site.post("/accounts/code?next=%2Ftickets%2Fopen", form);
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String sessionOf(Site site) {
        return site.cookies().replaceFirst("(?s).*?\\bguiche=([^;]+).*", "$1");
    }

    /** SECURITY 37: the id changes with the password and with the code, and what was planted before is worth nothing. */
    @Test
    void thePasswordAloneOpensNothingAndTheSessionIsAnotherAfterTheCode() throws Exception {
        var app = setUp(person());
        var site = Site.at(home());
        site.as(email);
        var between = sessionOf(site);

        assertThat(where(site.get(PAGE))).as("signed in nowhere yet").contains("/accounts/signin");
        assertThat(site.get("/accounts/me").statusCode()).isEqualTo(302);
        assertThat(answers(site, app.wrong()).body()).contains("Este código não confere");
        assertThat(where(site.get(PAGE))).contains("/accounts/signin");
        var in = answers(site, app.code());

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(where(in)).endsWith(PAGE);
        assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(sessionOf(site)).isNotEqualTo(between);
        var planted = Site.at(home());
        var old = planted.send(planted.request(PAGE).header("Cookie", "guiche=" + between));
        assertThat(old.statusCode()).as("the id of before").isEqualTo(302);
        assertThat(where(site.get("/accounts/code")))
                .as("there is nothing to answer any more")
                .contains("/accounts/signin");
    }

    @Test
    void fiveMinutesLaterThePasswordIsAskedForAgain() throws Exception {
        var app = setUp(person());
        var site = Site.at(home()).as(email);
        var form = Site.hidden(site.get("/accounts/code").body());
        form.put("second", "second");
        form.put("second:code", app.code());
        form.put("second:submit", "");
        try {
            clocks.advance(Duration.ofMinutes(5));
            var late = site.post("/accounts/code", form);

            assertThat(where(late)).endsWith("/accounts/signin?late=1");
            assertThat(site.get(PAGE).statusCode()).isEqualTo(302);
        } finally {
            clocks.advance(Duration.ofMinutes(5).negated());
        }
    }

    @Test
    void aProgramSendsTheCodeInAHeader() throws Exception {
        var app = setUp(person());

        var without = token();
        var wrong = token("X-OTP", app.wrong());
        var right = token("X-OTP", app.code());
        var again = token("X-OTP", app.code());

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Api.json(without).getString("detail")).contains("X-OTP");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Api.json(wrong).getString("detail")).contains("não confere");
        assertThat(right.statusCode()).as(right.body()).isEqualTo(201);
        assertThat(again.statusCode()).as("each code opens once").isEqualTo(401);
        assertThat(Api.at(home())
                        .with(Api.json(right).getString("token"))
                        .get("me")
                        .statusCode())
                .isEqualTo(200);
    }

    /** SECURITY 39: what guesses over the API is counted with what guesses on the page. */
    @Test
    void codesAreGuessedOverTheApiNoFurtherThanOnThePage() throws Exception {
        var app = setUp(person());
        var statuses = new ArrayList<Integer>();
        for (var guess = 0; guess < 9; guess++) {
            statuses.add(token("X-OTP", app.wrong()).statusCode());
        }

        assertThat(statuses).startsWith(401, 401, 401, 401, 401, 401, 401, 401).endsWith(429);
        var site = Site.at(home()).as(email);
        assertThat(answers(site, app.code()).body()).contains("muitas tentativas");
    }

    private HttpResponse<String> token(String... headers) throws MalformedURLException {
        var basic = Base64.getEncoder().encodeToString((email + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var all = new ArrayList<>(List.of("Authorization", "Basic " + basic));
        all.addAll(List.of(headers));
        return Api.at(home()).post("tokens", "{'scopes':['read']}", all.toArray(String[]::new));
    }

    @Test
    void aMemberOfTheStaffWithoutOneIsLedToSettingItUpAlsoWhereAlreadySignedIn() throws Exception {
        var agent = person(Role.AGENT_N1);
        var admin = people.findByEmail(new Email("admin@guiche.example")).orElseThrow();
        var site = Site.at(home()).as(email);
        var customer = Site.at(home()).as("bruno@jatoba.example");
        assertThat(site.get("/tickets/workspace").statusCode()).isEqualTo(200);
        try {
            policy.requireOfStaff(admin, true);

            for (var path :
                    List.of("/tickets/workspace", "/accounts/me", "/tickets/mine", "/attachments/x", "/metrics")) {
                assertThat(where(site.get(path))).as(path).endsWith("/accounts/factor");
            }
            var ajax = site.send(site.request("/tickets/workspace").header("Faces-Request", "partial/ajax"));
            assertThat(ajax.body()).contains("<redirect url=\"/accounts/factor\">");
            assertThat(site.get("/accounts/factor").body()).contains("Toda a equipe desta central");
            assertThat(customer.get(PAGE).statusCode()).as("customers go on").isEqualTo(200);
            assertThat(token().statusCode()).as("no key without one").isEqualTo(403);

            setUp(agent);

            assertThat(site.get("/tickets/workspace").statusCode()).isEqualTo(200);
        } finally {
            policy.requireOfStaff(admin, false);
        }
    }

    @Test
    void aSessionWhoseDeviceIsEndedIsOverAtTheNextRequest() throws Exception {
        var ana = person();
        var site = Site.at(home()).as(email);
        var cookies = site.cookies();
        assertThat(site.get(PAGE).statusCode()).isEqualTo(200);

        devices.endOthers(ana.id(), "");

        assertThat(where(site.get(PAGE))).contains("/accounts/signin");
        var stolen = Site.at(home());
        assertThat(stolen.send(stolen.request(PAGE).header("Cookie", cookies)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theSecretStandsInTheAnswerToTheFormOnly() throws Exception {
        person();
        var site = Site.at(home()).as(email);
        var form = Site.hidden(site.get("/accounts/factor").body());
        form.put("begin", "begin");
        form.put("begin:begin", "");

        var shown = site.post("/accounts/factor", form).body();

        assertThat(shown).contains("typed-secret", "<svg class=\"ac-qr\"");
        for (var later : List.of("/accounts/factor", "/accounts/factor?stage=scan")) {
            assertThat(site.get(later).body()).as(later).doesNotContain("typed-secret", "ac-qr");
        }
    }
}
