package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.support.Authenticator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody turns the second factor on, signs in with it, loses the phone, ends another device, and moves to another address. */
class SecondFactorJourney extends Journey {

    private static final String PASSWORD = "ipê roxo na serra";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String email = UUID.randomUUID() + "@jatoba.example";

    @Test
    void somebodyTurnsTheSecondFactorOnAndEntersWithItWithoutItAndOnADeviceThatIsRemembered() {
        var here = registered();
        var page = here.page();
        here.open("/accounts/me").sees("Minha conta");
        assertThat(section(page, "Segunda etapa")).containsText("Desligada");
        assertThat(section(page, "Aparelhos e sessões")).containsText("Este aparelho");
        here.stepInEveryLook("account");

        page.getByText("Ligar a segunda etapa").click();
        here.sees("Segunda etapa").stepInEveryLook("begin");
        here.click("Ligar a segunda etapa").sees("Leia a imagem");
        var app = Authenticator.with(page.locator("#typed-secret").textContent());
        here.stepInEveryLook("scan");
        fill(page, "Código que o aplicativo mostra", app.wrong());
        here.click("Confirmar");
        assertThat(page.locator(".ui-message-error").first()).containsText("não confere");
        assertThat(page.locator("#typed-secret")).isVisible();
        fill(page, "Código que o aplicativo mostra", app.code());
        here.click("Confirmar").sees("Segunda etapa ligada").stepInEveryLook("codes");
        var codes = page.locator(".ac-codes li");
        assertThat(codes).hasCount(10);
        var recovery = codes.first().textContent();
        page.getByText("Guardei os códigos").click();
        assertThat(section(page, "Segunda etapa")).containsText("que restam: 10");

        var there = entersWithCode(app, recovery);
        endsTheOther(here, there);
        losesThePhone(here);
        movesTo(here, UUID.randomUUID() + "@jatoba.example");
    }

    /** On another device: a wrong code, one that is lost, the right one; and the device is remembered. */
    private Visitor entersWithCode(Authenticator app, String recovery) {
        var there = visitor().open("/tickets/mine");
        var page = there.page();
        password(there);
        there.sees("Segunda etapa").stepInEveryLook("code");
        fill(page, "Código do aplicativo", app.wrong());
        there.click("Entrar");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Este código não confere");
        there.open("/tickets/open");
        assertThat(page).hasURL(Pattern.compile("/accounts/signin"));
        password(there);
        page.getByText("Perdi o celular").click();
        assertThat(page.getByLabel("Código de recuperação")).isVisible();
        there.stepInEveryLook("recovery");
        fill(page, "Código de recuperação", recovery);
        there.click("Entrar");
        page.waitForURL(url -> url.endsWith("/tickets/open"));
        signOut(there);

        there.open("/tickets/mine");
        password(there);
        there.sees("Segunda etapa");
        fill(page, "Código do aplicativo", app.code(1));
        page.getByText("Lembrar este dispositivo por 30 dias").click();
        there.click("Entrar");
        page.waitForURL(url -> url.endsWith("/tickets/mine"));
        signOut(there);

        there.open("/tickets/mine");
        password(there);
        page.waitForURL(url -> url.endsWith("/tickets/mine"));
        return there.step("remembered");
    }

    private void endsTheOther(Visitor here, Visitor there) {
        var page = here.open("/accounts/me").page();
        var devices = section(page, "Aparelhos e sessões");
        assertThat(devices).containsText("Chrome no Linux");
        assertThat(devices).containsText("Sem código até");
        assertThat(section(page, "Segunda etapa")).containsText("que restam: 9");
        here.stepInEveryLook("devices");
        devices.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Encerrar").setExact(true))
                .first()
                .click();
        assertThat(page.getByText("Aparelho encerrado.").first()).isVisible();
        assertThat(devices).not().containsText("Sem código até");

        there.open("/tickets/mine").sees("Central de chamados");
        here.open("/accounts/me").sees("Minha conta");
    }

    /** Whoever lost the phone asks an administrator, who says why; the person is signed out, and enters with the password alone. */
    private void losesThePhone(Visitor here) {
        var admin = as("admin@guiche.example").open("/accounts/people?person=" + id(email));
        var page = admin.page();
        assertThat(section(page, "Segunda etapa")).isVisible();
        admin.stepInEveryLook("lost");
        page.getByLabel("Motivo").fill("Perdeu o celular");
        page.onDialog(dialog -> dialog.accept());
        admin.click("Retirar a segunda etapa");
        assertThat(page.getByText("Segunda etapa retirada").first()).isVisible();
        assertThat(section(page, "Segunda etapa")).hasCount(0);
        admin.step("taken");

        here.open("/accounts/me");
        password(here);
        here.sees("Minha conta");
        assertThat(section(here.page(), "Segunda etapa")).containsText("Desligada");
    }

    private void movesTo(Visitor here, String wanted) {
        var page = here.page();
        var form = section(page, "Trocar o e-mail");
        form.getByLabel("E-mail novo").fill(wanted);
        form.getByLabel("Senha atual").fill("não é esta");
        here.click("Pedir a troca");
        assertThat(form.locator(".ui-message-error").first()).containsText("A senha atual não confere");
        form.getByLabel("E-mail novo").fill(wanted);
        form.getByLabel("Senha atual").fill(PASSWORD);
        here.click("Pedir a troca");
        assertThat(form).containsText("falta confirmar no endereço novo e no atual");
        page.evaluate("scrollTo(0, 0)"); // what lies half under the bar has no size that one could judge
        here.stepInEveryLook("asked");

        here.open(link(wanted, "email")).sees("Confirme a troca de e-mail").stepInEveryLook("confirm");
        here.click("Confirmar a troca").sees("Confirmado");
        here.open(link(email, "email"))
                .click("Confirmar a troca")
                .sees("E-mail trocado")
                .stepInEveryLook("moved");
        here.expects(410).open(link(email, "email")).sees("Este link não vale mais");
        here.open("/accounts/me").sees("Minha conta");
        assertThat(page.locator(".dl")).containsText(wanted);
    }

    @Test
    void anAdministratorSeesWhatTheInstallationAsksOfTheStaff() {
        var admin = as("admin@guiche.example").open("/accounts/policy").sees("Segurança do acesso");

        assertThat(admin.page().getByLabel("Exigir a segunda etapa de toda a equipe"))
                .not()
                .isChecked();
        admin.stepInEveryLook("policy");
        admin.click("Salvar");
        assertThat(admin.page().getByText("Regra salva.").first()).isVisible();
    }

    /** Somebody who has just signed up, and is in. */
    private Visitor registered() {
        var visitor = visitor().open("/accounts/signup");
        fill(visitor.page(), "Nome completo", "Iara Duarte");
        fill(visitor.page(), "E-mail", email);
        fill(visitor.page(), "CPF", "390.108.527-09");
        visitor.click("Continuar").sees("Veja o seu e-mail");
        visitor.open(link(email, "password"));
        fill(visitor.page(), "Senha nova", PASSWORD);
        visitor.click("Salvar senha").open("/tickets/mine");
        password(visitor);
        visitor.page().waitForURL(url -> url.endsWith("/tickets/mine"));
        return visitor;
    }

    private void password(Visitor visitor) {
        fill(visitor.page(), "E-mail ou CPF", email);
        fill(visitor.page(), "Senha", PASSWORD);
        visitor.click("Entrar");
    }

    private static void signOut(Visitor visitor) {
        visitor.page().locator("details.g-account summary").first().click();
        visitor.click("Sair").sees("Central de chamados");
    }

    private static Locator section(Page page, String heading) {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(heading).setExact(true));
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    }

    /** The path of the latest link to that page in the mails to an address, as soon as it is written. */
    private static String link(String recipient, String leadsTo) {
        var path = new String[1];
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            while (path[0] == null) {
                path[0] = written(recipient, leadsTo);
                Thread.onSpinWait();
            }
        });
        return path[0];
    }

    private static long id(String email) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement("select id from accounts_person where email = ?")) {
            query.setString(1, email);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(String recipient, String leadsTo) throws SQLException {
        var sql = "select substring(body from '/accounts/" + leadsTo
                + "[?]link=[^[:space:]]*') from channels_outbox where recipient = ? order by id desc";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement(sql)) {
            query.setString(1, recipient);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1) != null) {
                        return rows.getString(1);
                    }
                }
                return null;
            }
        }
    }
}
