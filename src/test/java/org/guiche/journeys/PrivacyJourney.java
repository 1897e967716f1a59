package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.guiche.support.Api;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody asks for a copy of the own data, downloads it, and asks to be erased; whoever answers for data looks first, and does it. */
class PrivacyJourney extends Journey {

    private static final WaitForConditionOptions PATIENT = new WaitForConditionOptions().setTimeout(60_000);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String nara = "nara." + mark + "@jatoba.example";
    private final String olga = "olga." + mark + "@guiche.example";

    @Test
    void aCustomerTakesACopyAndGoesAndTicketsStay() throws Exception {
        registered("Nara Teixeira Lobo", nara, "bruno@jatoba.example", false);
        registered("Olga Reis", olga, "igor@guiche.example", true);
        var opened = Api.at(home).as(nara).post("tickets", """
                {'unit':'loja','subject':'Nara pede ajuda','description':'Sou Nara Teixeira Lobo.','answers':{'pedido':'88121'}}""");
        var code = Api.json(opened).getString("code");
        Api.at(home).as("talita@guiche.example").post("tickets/" + code + "/status", "{'status':'resolvido'}");

        var officer = as(olga).open("/privacy/officer").sees("Encarregado");
        fill(officer.page(), "Nome", "Olga Reis");
        fill(officer.page(), "E-mail, telefone ou página", "dados@guiche.example");
        officer.click("Salvar");
        assertThat(officer.page().getByText("Aparece no rodapé").first()).isVisible();
        officer.stepInEveryLook("officer");

        asksForACopy();
        asksToGo();
        decides(officer, code);
        looksAround(officer);
    }

    private void asksForACopy() throws IOException {
        var visitor = as(nara).open("/accounts/me");
        visitor.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Ver meus dados"))
                .click();
        visitor.sees("Meus dados");
        assertThat(visitor.page().locator(".p-foot")).containsText("dados@guiche.example");
        visitor.click("Pedir cópia");
        assertThat(visitor.page().getByText("Prazo legal").first()).isVisible();
        var link = visitor.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Baixar")));
        visitor.page()
                .waitForCondition(
                        () -> {
                            visitor.page().reload();
                            return link.isVisible();
                        },
                        PATIENT);
        visitor.page().getByText("Cadastro e acesso").first().click();
        visitor.stepInEveryLook("mydata");
        var download = visitor.page().waitForDownload(link::click);
        try (var zip = new ZipFile(download.path().toFile())) {
            Assertions.assertNotNull(zip.getEntry("dados.json"));
            Assertions.assertNotNull(zip.getEntry("dados.html"));
        }
    }

    private void asksToGo() {
        var visitor = as(nara).open("/privacy/mydata");
        visitor.page().onDialog(Dialog::accept);
        fill(visitor.page(), "Motivo, se quiser dizer", "Mudei de emprego.");
        visitor.click("Pedir remoção");
        assertThat(visitor.page().getByText("Mudei de emprego.")).isVisible();
        assertThat(visitor.page().getByText("Em análise").first()).isVisible();
        visitor.step("asked");
    }

    private void decides(Visitor officer, String code) {
        var page = officer.page();
        officer.open("/privacy/center").sees("Pedidos");
        assertThat(page.locator(".pv-rows").first()).containsText("Nara Teixeira Lobo");
        officer.stepInEveryLook("center");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("Nara Teixeira Lobo")))
                .first()
                .click();
        officer.sees("Dados de uma pessoa");
        assertThat(page.getByText("O que a remoção faz")).isVisible();
        officer.stepInEveryLook("preview");
        page.onDialog(Dialog::accept);
        officer.click("Atender");
        assertThat(page.getByText("Escreva o motivo").first()).isVisible();
        page.locator("textarea[name=reason]").first().fill("A pedido da pessoa.");
        officer.click("Atender");
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.getByText("já foram removidos").isVisible();
                },
                PATIENT);
        officer.stepInEveryLook("erased");

        officer.open("/tickets/workspace?view=done&code=" + code);
        assertThat(page.locator("#talk")).containsText("Sou [removido].");
        assertThat(page.locator("#talk")).containsText("Pessoa removida");
        assertThat(page.getByText("mas não escrever neles")).isVisible();
        officer.step("ticket");
    }

    private void looksAround(Visitor officer) {
        var page = officer.page();
        officer.open("/privacy/access").sees("Acessos");
        assertThat(page.locator("#rows")).containsText("Olga Reis");
        officer.stepInEveryLook("access");
        officer.open("/privacy/records").sees("Tratamentos").stepInEveryLook("records");
        officer.open("/privacy/retention").sees("Retenção");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Simular"))
                .first()
                .click();
        assertThat(page.getByText("Nada mudou.")).isVisible();
        officer.stepInEveryLook("retention");
        officer.open("/privacy/incidents").sees("Incidentes");
        page.getByText("Registrar incidente").first().click();
        fill(page, "O que aconteceu, em uma linha", "Planilha enviada à pessoa errada");
        fill(page, "Descrição: dados, causa, consequências", "Nomes e e-mails de dois clientes.");
        officer.stepInEveryLook("incident-new");
        officer.click("Registrar");
        officer.sees("Planilha enviada à pessoa errada");
        page.locator("#found").fill("bruno@jatoba.example");
        officer.click("Incluir as pessoas");
        officer.sees("Pessoas afetadas: 1");
        officer.stepInEveryLook("incident");
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(Pattern.compile("^" + label + "( \\(opcional\\))?$")).fill(text);
    }

    /** Somebody with the demo's password: of that person's groups, or who answers for personal data. */
    private static void registered(String name, String email, String like, boolean officer) throws SQLException {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"))) {
            var rest = officer
                    ? "insert into accounts_role (person_id, role) select id, 'DATA_OFFICER' from accounts_person where email = ?"
                    : "insert into accounts_membership (person_id, group_id, whole_group) select p.id, m.group_id, false from accounts_person p, accounts_membership m join accounts_person o on o.id = m.person_id where p.email = ? and o.email = '"
                            + like + "'";
            try (var person = connection.prepareStatement(
                            "insert into accounts_person (name, email, password_hash, created_at) select ?, ?, password_hash, now() from accounts_person where email = ?");
                    var rights = connection.prepareStatement(rest)) {
                person.setString(1, name);
                person.setString(2, email);
                person.setString(3, like);
                person.executeUpdate();
                rights.setString(1, email);
                rights.executeUpdate();
            }
        }
    }
}
