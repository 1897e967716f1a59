package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has been tried against servers and frameworks like ours, tried here (SECURITY, parts C and D). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HardeningIT {

    private static final String BRUNO = "bruno@jatoba.example";

    private static final Map<String, Site> SITES = new HashMap<>();

    @ArquillianResource
    URL home;

    /** That person, who signs in once for all that is asked here, and again where that ended the session. */
    private Site signedIn(String email) {
        var site = SITES.computeIfAbsent(email, name -> Site.at(home).as(name));
        if (site.get("/accounts/signin").statusCode() != 302) {
            site.as(email);
        }
        return site;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/.//WEB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "/x/../WEB-INF/web.xml",
                "/x/..;/WEB-INF/web.xml",
                "/WEB-INF;x/web.xml",
                "/%57EB-INF/web.xml",
                "/WEB-INF%2fweb.xml",
                "/%2e/WEB-INF/web.xml",
                "/%252e/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/classes/META-INF/persistence.xml",
                "/accounts/signin.xhtml/../../WEB-INF/web.xml",
                "/jakarta.faces.resource/web.xml.xhtml?loc=../../WEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=..",
                "/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/..%2fWEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/.%2e/WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/%2e%2e%2fWEB-INF%2fweb.xml.xhtml",
                "/jakarta.faces.resource//etc/passwd.xhtml?ln=/",
                "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=x",
                "/resources/",
                "/.git/config",
                "/pom.xml",
                "/admin",
                "/asadmin",
                "/management/domain",
            })
    void nothingIsReadThatIsNotOffered(String path) {
        var site = signedIn(BRUNO);

        var answer = site.raw("GET " + path + " HTTP/1.1", "Host: " + home.getAuthority(), "Cookie: " + site.cookies());

        assertThat(answer).as(path).matches("(?s)HTTP/1.1 (30[12]|40[0-9]) .*");
        assertThat(answer).doesNotContain("<web-app", "<persistence", "Manifest-Version", "root:x:", ".java:");
    }

    /** SECURITY 35; the links in mails are in {@code matrix.HostHeaderIT}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example",
                "Host: localhost\r\nForwarded: host=evil.example;proto=https",
                "Host: localhost\r\nX-Original-URL: https://evil.example/",
            })
    void noHeaderDecidesWhereAnybodyIsSent(String headers) {
        for (var path : new String[] {"/", "/tickets/open", "/accounts/signin", "/attachments/x", "/nada"}) {
            assertThat(Site.at(home).raw("GET " + path + " HTTP/1.1", headers))
                    .as(path)
                    .doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/%09/evil.example",
                "/@evil.example",
                "javascript:alert(1)",
                "/accounts/signin\r\nSet-Cookie: a=b",
            })
    void nobodyIsSentElsewhereAfterSigningIn(String next) {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.putAll(Map.of("next", next, "signin:login", BRUNO, "signin:password", "guiche-demo", "signin:submit", ""));

        var answer = site.post("/accounts/signin", form);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", ""))
                .isEqualTo("/");
    }

    /** SECURITY 37. */
    @Test
    void theSessionIsAnotherOneAfterSigningInAndGoneAfterSigningOut() {
        var site = Site.at(home).as(BRUNO);
        var planted = Site.at(home);
        planted.get("/accounts/signin");
        var before = planted.cookies();
        var after = planted.as(BRUNO).cookies();

        assertThat(after).isNotEqualTo(before).contains("guiche=");
        assertThat(me(before)).isEqualTo(302);
        assertThat(me(after)).isNotEqualTo(302);
        var old = site.cookies();
        assertThat(site.post("/accounts/signout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(me(old)).isEqualTo(302);
    }

    /** How a page that needs a session answers to these cookies. */
    private int me(String cookies) {
        var answer =
                Site.at(home).raw("GET /tickets/open HTTP/1.1", "Host: " + home.getAuthority(), "Cookie: " + cookies);
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Test
    void cookiesAreForNoScriptAndNoOtherSite() {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.putAll(Map.of("signin:login", BRUNO, "signin:password", "guiche-demo", "signin:submit", ""));

        assertThat(site.post("/accounts/signin", form).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .containsIgnoringCase("path=/"));
    }

    @Test
    void everyAnswerCarriesItsHeadersAndNoneSaysWhatServesIt() {
        var site = Site.at(home).as(BRUNO);
        for (var path : new String[] {"/tickets/open", "/accounts/signin", "/nada", "/api/v1/me", "/uploads"}) {
            var answer = site.get(path);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "Cache-Control")).as(path).contains("no-store");
            for (var telling : new String[] {"Server", "X-Powered-By"}) {
                assertThat(answer.headers().firstValue(telling)).as(path).isEmpty();
            }
            assertThat(answer.body()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("glassfish");
        }
        var page = site.get("/tickets/open");
        assertThat(header(page, "Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "'nonce-")
                .doesNotContain("script-src 'self'", "unsafe-eval");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "DEBUG", "GUICHE"})
    void methodsOfOthersAreNotOurs(String method) {
        var site = signedIn(BRUNO);

        var answer = site.raw(
                method + " / HTTP/1.1", "Host: " + home.getAuthority(), "Cookie: " + site.cookies(), "X-Echo: canario");

        assertThat(answer).doesNotContain("canario").matches("(?s)HTTP/1.1 (40[0-9]|501) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "7f%00",
                "-1:-1",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                "1234567890123456789:-987654321"
            })
    void aViewStateOfNobodyDoesNothingAndTellsNothing(String state) {
        var site = signedIn(BRUNO);

        for (var path : new String[] {"/tickets/open", "/probe/form"}) {
            var answer =
                    site.post(path, Map.of("jakarta.faces.ViewState", state, "wizard", "wizard", "wizard:advance", ""));
            assertThat(answer.statusCode()).as(path + ' ' + state).isIn(200, 302, 400, 403, 404, 410, 500);
            assertThat(answer.body()).doesNotContain("\tat ", ".java:", "java.lang");
            assertThat(answer.statusCode()).as(path + ' ' + state).isNotEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csfcfc=garbage",
                "csfcfc=XXXX_1X",
                "guiche=../../x",
                "guiche-theme=\"><script>",
                "guiche-device=' or 1=1"
            })
    void aCookieOfNobodyDoesNothing(String cookie) {
        var site = signedIn(BRUNO);

        var answer = site.raw(
                "GET /tickets/open HTTP/1.1",
                "Host: " + home.getAuthority(),
                "Cookie: " + site.cookies() + "; " + cookie);

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("<script>\"", ".java:");
        assertThat(answer).contains("</html>");
    }

    @Test
    void whatAnotherSiteSendsUnderOurSessionIsRefused() {
        var site = Site.at(home).as(BRUNO);
        for (var path : new String[] {"/uploads", "/accounts/signout", "/tickets/open", "/accounts/theme"}) {
            var byFetch =
                    site.request(path).header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.ofString("x"));
            var byOrigin =
                    site.request(path).header("Origin", "https://evil.example").POST(BodyPublishers.ofString("x"));

            assertThat(site.send(byFetch).statusCode()).as(path).isEqualTo(403);
            assertThat(site.send(byOrigin).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theApiKnowsNoSession() {
        var site = Site.at(home).as(BRUNO);

        assertThat(site.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(site.get("/api/v1/tickets").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormThatNoPageOfOursSentIsNotAFaultOfOurs() {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.remove("primefaces.nonce");

        var answer = site.post("/accounts/signin", form);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body().strip()).endsWith("</html>").doesNotContain(".java:");
    }

    @Test
    void aFormTooLargeToReadIsRefusedInWords() {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.put("signin:login", "a".repeat(FormSize.LARGEST));

        var answer = site.post("/accounts/signin", form);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Este texto é grande demais").doesNotContain("Código do erro");
    }

    @Test
    void expressionsAreTextWhereverTheyAreTyped() {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.putAll(Map.of(
                "next", "#{7*7}", "signin:login", "#{7*7}${7*7}", "signin:password", "#{7*7}", "signin:submit", ""));

        assertThat(site.post("/accounts/signin", form).body())
                .contains("#{7*7}${7*7}")
                .doesNotContain("49\"");
        assertThat(site.get("/accounts/signin?next=%23%7B7*7%7D").body()).doesNotContain("\"49\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bruno@jatoba.example, /tickets/mine?busca=%00",
        "bruno@jatoba.example, /tickets/mine?busca=a%00b&situacao=%00",
        "bruno@jatoba.example, /tickets/open?unit=%00&unidade=%00",
        "bruno@jatoba.example, /accounts/signin?next=%00",
        "talita@guiche.example, /tickets/workspace?q=%00",
        "talita@guiche.example, /tickets/workspace?view=%00&sector=%00&ticket=%00",
    })
    void aNulInAnAddressIsNoFaultOfOurs(String email, String path) {
        assertThat(signedIn(email).get(path).statusCode()).as(path).isLessThan(500);
    }

    @Test
    void aNulInANameOrAPasswordIsNoFaultOfOurs() {
        var site = Site.at(home);
        var form = Site.hidden(site.get("/accounts/signin").body());
        form.putAll(Map.of("signin:login", "a\0@b.example", "signin:password", "\0", "signin:submit", ""));

        assertThat(site.post("/accounts/signin", form).statusCode()).isEqualTo(200);
        for (var shown : new String[] {"a\0@b.example:x", "\0:\0", "\0"}) {
            var basic = Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8));
            assertThat(Api.at(home)
                            .post("tokens", "{}", "Authorization", "Basic " + basic)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    /** The draft is kept as JSON, where no NUL can be. */
    @Test
    void aNulInAFormIsLeftOut() {
        var site = Site.at(home).as(BRUNO);
        var form = Site.hidden(site.get("/tickets/open").body());
        form.putAll(Map.of(
                "wizard",
                "wizard",
                "wizard:description",
                "O frete\0 não soma.",
                "wizard:subject",
                "\0",
                "wizard:unit",
                "loja\0",
                "wizard:unit_input",
                "loja\0",
                "wizard:advance",
                ""));

        assertThat(site.post("/tickets/open?unit=%00", form).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/base",
                "/metrics;x",
                "/./metrics",
                "/%6Detrics",
                "/health",
                "/health;x=1",
                "/x/../health"
            })
    void whatOperatorsAskForIsForAdministratorsAlone(String path) {
        assertThat(status(path, "X-Nobody: 1")).as("a visitor").isIn(302, 400, 404);
        for (var email : List.of(BRUNO, "marina@mirante.example", "talita@guiche.example")) {
            var site = signedIn(email);
            assertThat(status(path, "Cookie: " + site.cookies())).as(email).isIn(400, 404);
        }
    }

    @Test
    void anAdministratorSeesHowTheInstallationIsDoing() {
        var admin = Site.at(home).as("admin@guiche.example");
        var token = "Authorization: Bearer "
                + Api.at(home).as("admin@guiche.example").token();
        var brunos = "Authorization: Bearer " + Api.at(home).as(BRUNO).token();
        for (var path : List.of("/metrics", "/health")) {
            assertThat(status(path, "Cookie: " + admin.cookies())).as(path).isIn(200, 503);
            assertThat(status(path, token)).as(path).isIn(200, 503);
            assertThat(status(path, brunos)).as(path).isEqualTo(404);
            assertThat(status(path, "Authorization: Bearer nada")).as(path).isEqualTo(401);
        }
    }

    private int status(String path, String header) {
        var answer = Site.at(home).raw("GET " + path + " HTTP/1.1", "Host: " + home.getAuthority(), header);
        return Integer.parseInt(answer.substring(9, 12));
    }
}
