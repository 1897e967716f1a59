package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator finds, invites and corrects people; a manager keeps those of the own company. */
class PeopleJourney extends Journey {

    private static final String LONG = "Maria Antonieta Albuquerque de Vasconcelos e Guimarães Pereira da Conceição";

    private final String email = UUID.randomUUID().toString().substring(0, 8) + "@jatoba.example";

    @Test
    void anAdministratorInvitesSomebodyGivesARoleAndEndsTheAccess() {
        var visitor = as("admin@guiche.example").open("/accounts/people");
        var page = visitor.page();
        visitor.sees("Pessoas");
        assertThat(page.getByText("Escolha uma pessoa")).isVisible();
        visitor.stepInEveryLook("list");
        visitor.open("/accounts/people?who=partner&q=joana");
        assertThat(page.getByText("Ninguém aqui")).isVisible();
        visitor.open("/accounts/people?who=partner&q=mari");
        assertThat(page.locator("#list")).containsText("Marina Teles");
        page.getByLabel("Nome, e-mail ou CPF").fill("529.982.247-25");
        page.keyboard().press("Enter");
        assertThat(page.locator("#list")).containsText("***.982.247-**");
        assertThat(page).not().hasURL(Pattern.compile("529"));
        page.getByLabel("Nome, e-mail ou CPF").fill("ninguém assim");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Ninguém aqui")).isVisible();
        visitor.stepInEveryLook("nobody");

        invite(visitor);
        correct(visitor);
        belongTo(visitor);
        end(visitor);
    }

    private void invite(Visitor visitor) {
        var page = visitor.page();
        visitor.open("/accounts/people");
        page.getByText("Convidar").first().click();
        visitor.sees("Convidar pessoa");
        fill(page, "E-mail", "isto não é um e-mail");
        visitor.click("Enviar convite");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        fill(page, "Nome completo", LONG);
        fill(page, "E-mail", email);
        visitor.stepInEveryLook("invite");
        visitor.click("Enviar convite");
        assertThat(page.getByText("Convite enviado.").first()).isVisible();
        assertThat(page.locator(".pg-h").getByText("convite enviado")).isVisible();
        visitor.stepInEveryLook("invited");
        visitor.click("Reenviar convite");
        assertThat(page.getByText("Convite reenviado.").first()).isVisible();
    }

    private void correct(Visitor visitor) {
        var page = visitor.page();
        fill(page, "Nome social", "Tonieta Vasconcelos");
        fill(page, "Telefone", "31 1234");
        visitor.click("Salvar");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        fill(page, "Telefone", "(31) 98765-1234");
        page.getByLabel("Atendente N1").check();
        visitor.click("Salvar");
        assertThat(page.getByText("Salvo.").first()).isVisible();
        visitor.sees("Tonieta Vasconcelos");
        assertThat(page.getByText("Papéis alterados").first()).isVisible();
    }

    private void belongTo(Visitor visitor) {
        var page = visitor.page();
        fill(page, "Procurar empresa", "jato");
        visitor.click("Procurar");
        visitor.click("Incluir em Casa Jatobá");
        assertThat(page.getByText("Vê os chamados que abriu")).isVisible();
        visitor.click("Tornar gestor");
        assertThat(page.getByText("Gestor: vê todos os chamados")).isVisible();
        visitor.stepInEveryLook("person");
    }

    private void end(Visitor visitor) {
        var page = visitor.page();
        page.onDialog(dialog -> dialog.accept());
        visitor.click("Desativar");
        assertThat(page.locator(".pg-h").getByText("desativada")).isVisible();
        visitor.stepInEveryLook("disabled");
        visitor.click("Reativar");
        assertThat(page.locator(".pg-h").getByText("desativada")).isHidden();
    }

    @Test
    void aManagerInvitesAndCorrectsTheContactsOfTheOwnCompany() {
        var visitor = as("joana@jatoba.example").open("/");
        var page = visitor.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Pessoas da empresa"))
                .first()
                .click();
        visitor.sees("Pessoas da empresa");
        assertThat(page.getByText("Bruno Amaral")).isVisible();
        assertThat(page.getByText("Carla Siqueira")).isHidden();
        assertThat(page.getByText("Marina Teles")).isHidden();
        fill(page, "Nome completo", "Davi Lacerda");
        fill(page, "E-mail", "bruno@jatoba.example");
        visitor.click("Enviar convite");
        assertThat(page.getByText("Este e-mail já tem usuário").first()).isVisible();
        fill(page, "E-mail", email);
        visitor.click("Enviar convite");
        assertThat(page.getByText("Convite enviado.").first()).isVisible();
        visitor.stepInEveryLook("contacts");
        page.getByText(email).click();
        fill(page, "Nome completo", "Davi de Lacerda");
        visitor.click("Salvar");
        assertThat(page.getByText("Salvo.").first()).isVisible();
        page.getByText("Davi de Lacerda").first().click();
        visitor.stepInEveryLook("contact");
        visitor.open("/accounts/contacts?person=" + idOf("joana@jatoba.example"));
        assertThat(page.getByText("Só um administrador muda os dados desta pessoa."))
                .isVisible();
    }

    @Test
    void ofTwoAdministratorsOneWinsAndTheOtherKeepsTheText() {
        var path = "/accounts/people?person=" + idOf("carla@araca.example");
        var one = as("admin@guiche.example").open(path);
        var two = as("admin@guiche.example").open(path);
        fill(one.page(), "Telefone", "(21) 98765-0007");
        fill(two.page(), "Telefone", "(21) 98765-9999");
        fill(one.page(), "Nome social", "Carlinha Siqueira");
        one.click("Salvar");
        assertThat(one.page().getByText("Salvo.").first()).isVisible();
        two.click("Salvar");

        assertThat(two.page().locator(".g-refusals .error").first()).isVisible();
        assertThat(two.page().getByLabel(Pattern.compile("^Telefone"))).hasValue("(21) 98765-9999");
        two.stepInEveryLook("late");
        fill(one.page(), "Nome social", "");
        one.click("Salvar");
        assertThat(one.page().getByText("Salvo.").first()).isVisible();
        one.sees("Carla Siqueira");
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(Pattern.compile("^" + label)).last().fill(text);
    }

    private static long idOf(String address) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement("select id from accounts_person where email = ?")) {
            query.setString(1, address);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
