package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.support.OpenIdAnswer;
import org.guiche.support.OpenIdProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the provider's door: linked once, straight in from then on, taken back; and somebody who was never here. */
class OidcJourney extends Journey {

    private static final String BUTTON = "Entrar com a conta da empresa";
    private static final String PASSWORD = "guiche-demo";

    private final String name = "Iara " + UUID.randomUUID();
    private final String email = UUID.randomUUID() + "@oidc.example";

    @BeforeEach
    void theProviderKnowsHer() {
        var provider = OpenIdProvider.running();
        provider.visitorsComeFrom(home.toString().replaceFirst("/$", ""));
        provider.knows(name, OpenIdAnswer.of(name).withVerified(email).with("name", "Iara Nogueira"));
    }

    @Test
    void somebodyLinksTheAccountComesStraightInAndTakesItBack() throws SQLException {
        register();
        var visitor = visitor().open("/accounts/signin");
        var page = visitor.page();
        visitor.stepInEveryLook("sign-in");
        enter(visitor);
        visitor.sees("Ligue a sua conta");
        assertThat(page.getByText("Cadastro: " + email)).isVisible();
        visitor.stepInEveryLook("link");
        confirm(visitor, "não é esta");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        visitor.stepInEveryLook("refused");
        confirm(visitor, PASSWORD);
        assertThat(page).not().hasURL(Pattern.compile("/accounts/"));
        visitor.step("in");

        leave(visitor);
        enter(visitor);
        assertThat(page).not().hasURL(Pattern.compile("/accounts/"));
        visitor.step("straight-in");

        unlink(visitor);
        leave(visitor);
        enter(visitor);
        visitor.sees("Ligue a sua conta").step("asked-again");
    }

    @Test
    void somebodyWhoWasNeverHereConfirmsWhoSheIs() {
        var visitor = visitor().open("/accounts/signin");
        enter(visitor);
        visitor.sees("Confira os seus dados").stepInEveryLook("new");
        visitor.click("Criar cadastro e entrar");

        assertThat(visitor.page()).not().hasURL(Pattern.compile("/accounts/"));
        visitor.open("/accounts/me");
        assertThat(visitor.page().getByLabel("Nome completo")).hasValue("Iara Nogueira");
        visitor.step("account");
    }

    @Test
    void whatDoesNotFitIsSaidAtTheDoorAndThereIsAlwaysAWayBack() {
        visitor().open("/accounts/signin?oidc=away").stepInEveryLook("away");
        visitor()
                .expects(410)
                .open("/accounts/linking")
                .sees("Não dá para continuar")
                .stepInEveryLook("nobody");
    }

    private void enter(Visitor visitor) {
        var page = visitor.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(BUTTON).setExact(true))
                .click();
        visitor.sees("Conta da empresa").click("Entrar como " + name);
    }

    private static void confirm(Visitor visitor, String password) {
        secret(visitor.page(), password);
        visitor.click("Ligar e entrar");
    }

    private static void secret(Page page, String password) {
        page.getByLabel("Senha do Guichê", new GetByLabelOptions().setExact(true))
                .fill(password);
    }

    private static void leave(Visitor visitor) {
        visitor.page().locator("details.g-account summary").click();
        visitor.click("Sair");
        assertThat(visitor.page()).hasURL(Pattern.compile("/accounts/signin$"));
    }

    private static void unlink(Visitor visitor) {
        var page = visitor.open("/accounts/me").page();
        assertThat(page.getByText("ligada em").first()).isVisible();
        visitor.stepInEveryLook("linked");
        secret(page, PASSWORD);
        page.onDialog(Dialog::accept);
        visitor.click("Desligar");
        assertThat(page.getByText("Nenhuma conta ligada.")).isVisible();
        visitor.step("unlinked");
    }

    private void register() throws SQLException {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var insert = connection.prepareStatement("""
                        insert into accounts_person (name, email, password_hash, created_at)
                        select 'Iara Nogueira', ?, password_hash, now() from accounts_person
                        where email = 'bruno@jatoba.example'""")) {
            insert.setString(1, email);
            insert.executeUpdate();
        }
    }
}
