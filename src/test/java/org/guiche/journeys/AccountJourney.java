package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody signs up, confirms the address, opens a ticket, and forgets the password. */
class AccountJourney extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FIRST = "ipê roxo na serra";
    private static final String SECOND = "mandacaru no sertão";

    private final String email = UUID.randomUUID() + "@jatoba.example";

    @Test
    void somebodySignsUpSignsInOpensATicketAndChoosesAnotherPassword() {
        var visitor = visitor().open("/accounts/signin");
        var page = visitor.page();
        visitor.stepInEveryLook("sign-in");
        page.getByText("Criar cadastro").click();
        visitor.sees("Criar cadastro");
        fill(page, "Nome completo", "Nair Conceição");
        fill(page, "E-mail", "nair");
        fill(page, "CPF", "111.111.111-11");
        visitor.click("Continuar");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        assertThat(page.getByLabel("Nome completo")).hasValue("Nair Conceição");
        visitor.stepInEveryLook("refused");
        fill(page, "E-mail", email);
        fill(page, "CPF", "746.971.314-01");
        visitor.click("Continuar").sees("Veja o seu e-mail");
        visitor.stepInEveryLook("mailed");

        visitor.open(link(1)).sees("Crie uma senha");
        assertThat(page.getByText("Nair Conceição, CPF ***.971.314-**")).isVisible();
        fill(page, "Senha nova", "password123");
        visitor.click("Salvar senha");
        assertThat(page.locator(".ui-message-error").first()).containsText("das primeiras que alguém tentaria");
        visitor.stepInEveryLook("too-easy");
        fill(page, "Senha nova", FIRST);
        visitor.click("Salvar senha");
        assertThat(page.getByText("Senha criada. Entre com ela.")).isVisible();
        visitor.stepInEveryLook("chosen");
        signIn(visitor, FIRST);
        assertThat(page.getByText("Nair").first()).isVisible();

        var wizard = Wizard.begun(visitor, email).choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", "Meu primeiro chamado").fill("Descrição detalhada", "O frete não soma.");
        wizard.toContact().advance("Tudo pronto para enviar").send();

        account(visitor);
        forget();
    }

    private void account(Visitor visitor) {
        var page = visitor.page();
        page.locator(".g-account summary").first().click();
        page.getByText("Minha conta").first().click();
        visitor.sees("Minha conta");
        assertThat(page.getByLabel("Nome completo")).hasValue("Nair Conceição");
        assertThat(page.getByText("Nenhuma chave em vigor.")).isVisible();
        page.getByLabel("Telefone").fill("11 91234");
        visitor.click("Salvar");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        page.getByLabel("Telefone").fill("(31) 98765-1234");
        visitor.click("Salvar");
        assertThat(page.getByText("Dados salvos.").first()).isVisible();
        var basic = Base64.getEncoder().encodeToString((email + ":" + FIRST).getBytes(StandardCharsets.UTF_8));
        var issued = Api.at(home)
                .post("tokens", "{'name':'Integração de teste','scopes':['read']}", "Authorization", "Basic " + basic);
        Assertions.assertEquals(201, issued.statusCode(), issued.body());
        visitor.open("/accounts/me");
        assertThat(page.getByText("Integração de teste")).isVisible();
        visitor.stepInEveryLook("account");
    }

    private void forget() {
        var visitor = visitor().open("/accounts/signin");
        var page = visitor.page();
        page.getByText("Esqueci minha senha").click();
        visitor.sees("Esqueci minha senha").stepInEveryLook("forgot");
        fill(page, "E-mail ou CPF", "74697131401");
        visitor.click("Enviar link").sees("Veja o seu e-mail");
        var link = link(2);
        visitor.open(link).sees("Crie uma senha");
        fill(page, "Senha nova", SECOND);
        visitor.click("Salvar senha");
        assertThat(page.getByText("Senha criada. Entre com ela.")).isVisible();
        signIn(visitor, SECOND);
        assertThat(page.getByText("Nair").first()).isVisible();

        visitor().expects(410).open(link).sees("Este link não vale mais").stepInEveryLook("dead");
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    }

    private void signIn(Visitor visitor, String password) {
        fill(visitor.page(), "E-mail ou CPF", email);
        fill(visitor.page(), "Senha", password);
        visitor.click("Entrar");
        assertThat(visitor.page()).not().hasURL(Pattern.compile("signin"));
    }

    /** The path of the link in that mail of the person's, as soon as it is written. */
    private String link(int number) {
        var path = new String[1];
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            while (path[0] == null) {
                path[0] = written(number);
                Thread.onSpinWait();
            }
        });
        return path[0];
    }

    private String written(int number) throws SQLException {
        var sql =
                "select substring(body from '/accounts/password[^[:space:]]*') from channels_outbox where recipient = ? and kind like 'ACCOUNT%' order by id";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement(sql)) {
            query.setString(1, email);
            try (var rows = query.executeQuery()) {
                String found = null;
                for (int i = 0; i < number && rows.next(); i++) {
                    found = i == number - 1 ? rows.getString(1) : null;
                }
                return found;
            }
        }
    }
}
