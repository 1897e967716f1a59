package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.guiche.support.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody calls about a password: nobody answers before it is known who that is (S4-03, S4-04). */
class IdentityJourney extends Journey {

    private static final String TALITA = "talita@guiche.example";

    @AfterEach
    void nobodyHasBegunADraft() throws SQLException {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from units_form_draft");
        }
    }

    @Test
    void anAgentSeesThatNobodyKnowsWhoAsksAndAnswersOnceThatIsConfirmed() {
        var code = byPhone("Trocar a senha da loja");
        var talita = as(TALITA).open("/tickets/workspace?view=all&code=" + code);
        var page = talita.page();

        assertThat(page.locator("#head")).containsText("Identidade não verificada");
        answer(page, "A senha nova é 1234.");
        assertThat(page.locator("#reply [role=alert]")).containsText("Confirme a identidade de quem pediu");
        assertThat(page.locator("#talk")).not().containsText("A senha nova");
        talita.stepInEveryLook("refused");

        ask(page, "Confirmar identidade");
        page.getByLabel("veio pessoalmente, com documento").check();
        talita.stepInEveryLook("confirm");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON)
                .getByText("Confirmar", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("#head")).not().containsText("Identidade não verificada");
        assertThat(page.locator("#talk")).containsText("Identidade de quem pediu confirmada");
        assertThat(page.locator("#side")).not().containsText("Identidade não verificada");

        talita.open("/tickets/workspace?view=all&code=" + code);
        answer(page, "Enviamos o link da troca.");
        assertThat(page.locator("#talk")).containsText("Enviamos o link da troca.");
        talita.step("answered");
    }

    @Test
    void theRequesterIsAskedToWriteInThePanelAndIsKnownByThat() {
        var code = byPhone("Mudar o módulo de pagamento");
        var talita = as(TALITA).open("/tickets/workspace?view=all&code=" + code);
        var page = talita.page();

        ask(page, "Pedir pelo painel");
        talita.stepInEveryLook("panel");
        page.getByRole(AriaRole.DIALOG).getByText("Enviar pedido").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("#talk")).containsText("Entre no painel com o seu usuário");
        assertThat(page.locator("#head")).containsText("Respondido");

        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        bruno.page()
                .getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Sua resposta"))
                .fill("Fui eu que liguei.");
        bruno.click("Enviar resposta");
        assertThat(bruno.page().locator("#talk")).containsText("Fui eu que liguei.");
        talita.open("/tickets/workspace?view=all&code=" + code);
        assertThat(page.locator("#head")).not().containsText("Identidade não verificada");
        assertThat(page.locator("#talk")).containsText("escreveu pelo painel");
    }

    @Test
    void anAdministratorSaysWhichRequestsAreSensitive() {
        var admin = as("admin@guiche.example").open("/units/form?unit=loja");
        var page = admin.page();

        page.locator("#pick--sensitive").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Pedidos sensíveis")))
                .isVisible();
        assertThat(page.getByLabel("Valores").getByLabel("Sim")).isChecked();
        admin.stepInEveryLook("sensitive");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Tirar condição"))
                .click();
        assertThat(page.getByText("Nenhum pedido desta unidade é sensível.")).isVisible();
        page.locator("#publish").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Nenhum pedido é mais sensível.");
    }

    private static void answer(Page page, String words) {
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Mensagem"))
                .fill(words);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Enviar resposta"))
                .or(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Enviar como Respondido")))
                .first()
                .click();
    }

    private static void ask(Page page, String what) {
        page.locator("#side")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what))
                .click();
    }

    private String byPhone(String subject) {
        var talita = Api.at(home).as(TALITA);
        var jatoba = Api.json(talita.get("companies?q=casa")).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals("Casa Jatobá"))
                .map(item -> item.getInt("id"))
                .findFirst()
                .orElseThrow();
        var opened = talita.post("tickets", """
                {'unit':'loja','subject':'%s','description':'Ligou e pediu.','onBehalfOf':%d,
                 'contact':{'name':'Bruno Amaral','email':'bruno@jatoba.example'},
                 'answers':{'pedido':'88121','mudaLoja':true}}""".formatted(subject, jatoba));
        return Api.json(opened).getString("code");
    }
}
