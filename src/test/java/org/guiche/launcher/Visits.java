package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Collection;
import java.util.List;
import org.guiche.support.Api;

/** What people find who visit the distribution, as it is set; each gives the secrets that it was told. */
final class Visits {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String HSTS = "Strict-Transport-Security";

    private Visits() {}

    static Collection<String> strangersAreSentToTheDoor(int port) throws Exception {
        var browser = new Browser(port, "http");
        var answer = browser.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        withoutAProviderThereIsNoDoorToOne(browser);
        return browser.kept().values();
    }

    private static void withoutAProviderThereIsNoDoorToOne(Browser browser) throws Exception {
        assertThat(browser.get("/accounts/signin").body()).doesNotContain("/accounts/oidc");
        for (var path : List.of("/accounts/oidc", "/accounts/oidc/callback?state=x&code=y", "/accounts/linking")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** Whoever claims so in a header: only the settings say that we are reached by TLS. */
    static Collection<String> withoutTlsNothingIsForTlsOnly(int port) throws Exception {
        var browser = new Browser(port, "https");
        var signedIn = browser.signIn(BRUNO);
        var page = browser.get("/tickets/open");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.cookies(signedIn)).anyMatch(cookie -> cookie.startsWith("guiche="));
        assertThat(Browser.cookies(signedIn)).noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(signedIn.headers().firstValue(HSTS)).isEmpty();
        assertThat(page.headers().firstValue(HSTS)).isEmpty();
        return browser.kept().values();
    }

    static Collection<String> behindTlsEverythingKeepsToIt(int port) throws Exception {
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
        return browser.kept().values();
    }

    static Collection<String> theFourthTicketOfAnHourIsRefused(int port) throws Exception {
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
        return Api.tokens();
    }
}
