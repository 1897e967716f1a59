package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the door: by e-mail or CPF, to the page first asked for, and out again, here or everywhere. */
class SignInJourney extends Journey {

    private static final String MARINA = "marina@mirante.example";
    private static final String MARINAS_CPF = "529.982.247-25";

    @Test
    void theDoorLooksAsItShould() {
        var visitor = visitor().open("/accounts/signin").sees("Central de chamados");

        visitor.stepInEveryLook("sign-in");
    }

    @Test
    void everyWrongWayInGetsTheSameAnswerAndKeepsWhatWasTyped() {
        for (var login : new String[] {MARINA, "ninguem@nada.example", "111.444.777-35", "qualquer coisa"}) {
            var visitor = visitor().open("/accounts/signin");
            enter(visitor.page(), login, "não é esta");
            assertThat(visitor.page().getByRole(AriaRole.ALERT))
                    .containsText("E-mail, CPF ou senha não conferem. Confira e tente de novo.");
            assertThat(visitor.page().getByLabel("E-mail ou CPF")).hasValue(login);
            assertThat(password(visitor.page())).hasValue("");
            assertThat(visitor.page().content()).doesNotContain("não é esta");
            visitor.step("refused");
        }
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndTheFirstOneGetsTheFocus() {
        var visitor = visitor().open("/accounts/signin").click("Entrar");

        assertThat(visitor.page().locator("#signin\\:loginMsg")).containsText("Preencha este campo.");
        assertThat(visitor.page().locator("#signin\\:passwordMsg")).containsText("Preencha este campo.");
        assertThat(visitor.page().getByLabel("E-mail ou CPF")).isFocused();
        visitor.stepInEveryLook("missing");
    }

    @Test
    void thePasswordIsShownOnlyWhileAskedFor() {
        var page = visitor().open("/accounts/signin").page();
        password(page).fill("segredo");
        var eye = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mostrar senha"));

        eye.click();
        assertThat(password(page)).hasAttribute("type", "text");
        eye.click();
        assertThat(password(page)).hasAttribute("type", "password");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = visitor().open("/accounts/signin").page();
        page.getByLabel("E-mail ou CPF").focus();
        page.keyboard().type(MARINA);
        page.keyboard().press("Tab");
        page.keyboard().type(Visitor.PASSWORD);
        page.keyboard().press("Enter");

        page.waitForURL(url -> !url.contains("signin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARINA, MARINAS_CPF, "52998224725", "MARINA@mirante.example"})
    void emailAndCpfOpenTheSameDoorToThePageFirstAskedFor(String login) {
        var visitor = visitor().open("/tickets/open");
        assertThat(visitor.page()).hasURL(Pattern.compile("/accounts/signin\\?next="));
        enter(visitor.page(), login, Visitor.PASSWORD);

        visitor.page().waitForURL(url -> url.endsWith("/tickets/open"));
        visitor.step("asked-for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void nobodyIsSentAwayByALink(String next) {
        var visitor = visitor().open("/accounts/signin?next=" + next).expects(404);
        enter(visitor.page(), MARINA, Visitor.PASSWORD);

        visitor.page().waitForURL(url -> !url.contains("signin"));
        assertThat(visitor.page().url()).doesNotContain("evil").endsWith("/");
    }

    @Test
    void whoeverIsInsideDoesNotSignInAgain() {
        var visitor = as(MARINA).open("/accounts/signin");

        assertThat(visitor.page().url()).doesNotContain("signin");
    }

    @Test
    void thePageNeverExpiresWhileItIsLookedAt() {
        var visitor = visitor().open("/accounts/signin");
        visitor.page().context().clearCookies();
        enter(visitor.page(), MARINA, Visitor.PASSWORD);

        visitor.page().waitForURL(url -> !url.contains("signin"));
    }

    @Test
    void outIsOut() {
        var visitor = as(MARINA).open("/tickets/open");
        account(visitor.page());
        visitor.click("Sair");
        visitor.sees("Central de chamados");

        visitor.open("/tickets/open").sees("Central de chamados").step("out");
    }

    @Test
    void outEverywhereEndsTheOtherBrowserToo() {
        var here = as("paulo@aroeira.example").open("/tickets/open");
        var there = as("paulo@aroeira.example").open("/tickets/open");
        account(here.page());
        here.click("Sair de todos os aparelhos").sees("Central de chamados");

        there.open("/tickets/open").sees("Central de chamados").step("out-everywhere");
    }

    @Test
    void theChosenLookFollowsThePersonToTheNextBrowser() {
        var here = as("bruno@jatoba.example").open("/tickets/open");
        account(here.page());
        var kept = here.page()
                .waitForResponse(
                        "**/accounts/theme",
                        () -> here.page()
                                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Escuro"))
                                .click());
        assertThat(kept.status()).isEqualTo(204);
        assertThat(here.page().locator("html")).hasAttribute("data-theme", "dark");

        var there = visitor().signIn("bruno@jatoba.example").open("/tickets/open");
        assertThat(there.page().locator("html")).hasAttribute("data-theme", "dark");
        there.step("dark-from-the-first-paint");
    }

    private static void account(Page page) {
        page.locator("details.g-account summary").click();
    }

    private static void enter(Page page, String login, String password) {
        page.getByLabel("E-mail ou CPF").fill(login);
        password(page).fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Entrar").setExact(true))
                .click();
    }

    private static Locator password(Page page) {
        return page.getByLabel("Senha", new GetByLabelOptions().setExact(true));
    }
}
