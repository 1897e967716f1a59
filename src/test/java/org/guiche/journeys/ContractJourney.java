package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.guiche.shared.Cpf;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The life of a contract, from the agency's request to its last midnight (S0-24 to S0-29). */
class ContractJourney extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final String ADMIN = "admin@guiche.example";
    private static final String PASSWORD = "buriti na vereda";

    private final String agency =
            "Agência Taboa " + UUID.randomUUID().toString().substring(0, 8);
    private final String contact = UUID.randomUUID() + "@taboa.example";
    private final String user = UUID.randomUUID() + "@taboa.example";

    @Test
    void fromTheRequestToTheLastMidnight() {
        asks();
        var admin = as(ADMIN).open("/partners/partners");
        decides(admin);
        grants(admin);
        var davi = invited();
        admin.open(partnerPage(admin) + "&tab=contract");
        renews(admin);
        ends(davi, admin);
    }

    private void asks() {
        var visitor = visitor().open("/accounts/signin");
        var page = visitor.page();
        page.getByText("Sou agência: pedir acesso de parceiro").click();
        visitor.sees("Pedir acesso de parceiro").click("Enviar pedido");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        visitor.stepInEveryLook("refused");
        fill(page, "Nome da agência", agency);
        fill(page, "CNPJ da agência", "12ABC34501DF16");
        fill(page, "Quem pede", "Rita Moura");
        fill(page, "E-mail", contact);
        fill(page, "Telefone", "(11) 98765-4321");
        fill(page, "CPF do usuário geral", cpf());
        page.getByLabel("Carteira de clientes").fill("Casa Jatobá\nOutra que ninguém conhece");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("contrato-taboa.pdf", "application/pdf", Samples.signedPdf()));
        assertThat(page.locator(".g-file[data-file]")).isVisible();
        visitor.stepInEveryLook("request");
        visitor.click("Enviar pedido").sees("Veja o seu e-mail").stepInEveryLook("mailed");

        visitor.open(link(contact, "PARTNER_CONFIRM", "/partners/confirm")).sees("Confirmar pedido de acesso");
        assertThat(page.getByText(agency)).isVisible();
        visitor.stepInEveryLook("confirm");
        visitor.click("Confirmar pedido").sees("Pedido confirmado").step("confirmed");
    }

    private void decides(Visitor admin) {
        var page = admin.page();
        admin.step("partners");
        page.getByLabel("Nome, CNPJ ou CPF do usuário").fill("12.abc.345/01DF-16");
        page.keyboard().press("Enter");
        assertThat(page.locator(".pa-item .ui-chip")).hasText("análise");
        page.locator(".pa-item").click();
        admin.sees(agency);
        assertThat(page.getByText("assinatura presente, não conferida")).isVisible();
        admin.stepInEveryLook("in-analysis");
        page.getByText("Aprovar", new Page.GetByTextOptions().setExact(true)).click();
        admin.click("Aprovar contrato");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        fill(page, "Início", today().minusDays(1).toString());
        fill(page, "Fim", today().toString());
        admin.stepInEveryLook("approval");
        admin.click("Aprovar contrato");
        assertThat(page.getByText("Vigente")).isVisible();
        page.locator(".pa-tabs").getByText("Clientes").click();
        admin.click("Incluir 1 cliente encontrado");
        assertThat(page.getByText("1 cliente", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        admin.stepInEveryLook("clients");
    }

    private static String partnerPage(Visitor admin) {
        return admin.page().url().replaceFirst(".*(/partners/partners\\?).*(partner=\\d+).*", "$1$2");
    }

    private void grants(Visitor admin) {
        var page = admin.page();
        admin.open(partnerPage(admin) + "&tab=contract").sees("Liberar usuário geral");
        fill(page, "CPF", "847.256.813-00");
        fill(page, "Nome completo", "Davi Lacerda");
        fill(page, "E-mail", user);
        admin.click("Liberar usuário geral");
        assertThat(page.getByText("Um CPF só pode ter um usuário.")).isVisible();
        assertThat(page.getByText("já usa este CPF em Loja Araçá")).isVisible();
        admin.stepInEveryLook("known-cpf");
        page.getByText("Usar outro CPF").click();
        admin.sees("Liberar usuário geral");
        fill(page, "Nome completo", "Davi Lacerda");
        fill(page, "E-mail", user);
        admin.click("Liberar usuário geral");
        assertThat(page.getByRole(AriaRole.SWITCH)).isChecked();
        admin.stepInEveryLook("granted");
        page.locator(".pa-tabs").getByText("Auditoria").click();
        assertThat(page.getByText("liberou o usuário geral").first()).isVisible();
        admin.stepInEveryLook("history");
        page.locator(".pa-tabs").getByText("Dados").click();
        admin.stepInEveryLook("data");
    }

    private Visitor invited() {
        var davi = visitor().open(link(user, "PARTNER_INVITED", "/accounts/password"));
        var page = davi.page();
        davi.sees("Crie uma senha");
        fill(page, "Senha nova", PASSWORD);
        davi.click("Salvar senha");
        fill(page, "E-mail ou CPF", user);
        fill(page, "Senha", PASSWORD);
        davi.click("Entrar");
        assertThat(page).not().hasURL(Pattern.compile("signin"));
        var wizard = Wizard.begun(davi, user).choose("Abrir em nome de", "Casa Jatobá");
        wizard.choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", "Pela Casa Jatobá").fill("Descrição detalhada", "O frete não soma.");
        wizard.toContact().advance("Tudo pronto para enviar").send();
        return davi.open("/tickets/mine");
    }

    private void renews(Visitor admin) {
        var page = admin.page();
        page.getByText("Renovar", new Page.GetByTextOptions().setExact(true)).click();
        fill(page, "Fim", today().plusDays(1).toString());
        admin.stepInEveryLook("renewal");
        admin.click("Renovar contrato");
        assertThat(page.locator(".g-card .ui-chip").filter(new Locator.FilterOptions().setHasText("Aprovado")))
                .isVisible();
        admin.step("renewed");
    }

    private void ends(Visitor davi, Visitor admin) {
        var page = davi.page();
        assertThat(page.getByText("Pela Casa Jatobá").first()).isVisible();
        page.waitForFunction("() => window.guiche && guiche.isLive()");
        advance("PT24H");
        davi.open("/tickets/mine");
        assertThat(page.getByText("Pela Casa Jatobá").first()).isVisible();
        page.waitForFunction("() => window.guiche && guiche.isLive()");

        advance("PT24H");

        assertThat(page).hasURL(Pattern.compile("signin"));
        davi.step("ended");
        fill(page, "E-mail ou CPF", user);
        fill(page, "Senha", PASSWORD);
        davi.click("Entrar");
        assertThat(page).not().hasURL(Pattern.compile("signin"));
        davi.open("/tickets/mine");
        assertThat(page.getByText("Pela Casa Jatobá")).hasCount(0);
        davi.step("nothing-left");
        admin.open(partnerPage(admin) + "&tab=contract");
        assertThat(admin.page().getByText("Vencido").first()).isVisible();
        admin.stepInEveryLook("expired");
    }

    private void advance(String time) {
        var answer = Api.at(home).as(ADMIN).post("demo/clock", "{'advance':'" + time + "'}");
        Assertions.assertEquals(200, answer.statusCode(), answer.body());
    }

    /** In the demo, where time may have gone on. */
    private LocalDate today() {
        var now = Api.json(Api.at(home).as(ADMIN).get("demo/clock")).getString("now");
        return LocalDate.ofInstant(Instant.parse(now), ZONE);
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    }

    private static String cpf() {
        while (true) {
            var digits = String.format("%011d", ThreadLocalRandom.current().nextLong(100_000_000_000L));
            if (Cpf.looksLike(digits)) {
                return digits;
            }
        }
    }

    /** The path of the link in that mail, as soon as it is written. */
    private static String link(String to, String kind, String page) {
        var path = new String[1];
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            while (path[0] == null) {
                path[0] = written(to, kind, page);
                Thread.onSpinWait();
            }
        });
        return path[0];
    }

    private static String written(String to, String kind, String page) throws SQLException {
        var sql = "select substring(body from '" + page
                + "[^[:space:]]*') from channels_outbox where recipient = ? and kind = ? order by id desc";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement(sql)) {
            query.setString(1, to);
            query.setString(2, kind);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
