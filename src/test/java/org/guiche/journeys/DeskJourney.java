package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** The agent's day: take the next ticket, note, answer, wait, resolve; and two agents at one ticket. */
class DeskJourney extends Journey {

    @Test
    void anAgentTakesTheNextTicketAndResolvesItAndTheRequesterSeesTheAnswer() {
        var rafael = as("rafael@guiche.example").open("/tickets/workspace?sector=marketing");
        rafael.stepInEveryLook("queue");
        var page = rafael.page();
        takeNext(page);
        assertThat(page).hasURL(Pattern.compile("sector=marketing&code=\\d+"));
        assertThat(page.getByText("Rafael Koga assumiu o atendimento").first()).isVisible();

        choose(page, "Nota interna");
        write(page, "O cliente já ligou ontem.");
        rafael.stepInEveryLook("note");
        rafael.click("Salvar nota interna");
        assertThat(page.locator(".msg.note").last()).containsText("O cliente já ligou ontem.");
        assertThat(body(page)).hasText("");

        choose(page, "Resposta");
        write(page, "Encontrei a causa. Qual é o CEP do teste?");
        rafael.click("Enviar como Pendente");
        assertThat(page.locator(".msg.team").last()).containsText("Encontrei a causa.");
        assertThat(page.locator("#side .g-dot.st-pendente")).isVisible();
        assertThat(page.locator("#side .props .ui-avatar")).hasText("RK");
        assertThat(page.locator("#head")).containsText("Pendente");
        rafael.stepInEveryLook("answered");

        var code = page.url().replaceFirst(".*code=(\\d+).*", "$1");
        var paulo = as("paulo@aroeira.example").open("/tickets/ticket?code=" + code);
        assertThat(paulo.page().locator("#talk")).containsText("Encontrei a causa.");
        assertThat(paulo.page().locator("#talk")).not().containsText("O cliente já ligou ontem.");
        paulo.page()
                .getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Sua resposta"))
                .fill("O CEP é 80010-000.");
        paulo.click("Enviar resposta");
        assertThat(paulo.page().locator("#talk")).containsText("O CEP é 80010-000.");
        assertThat(page.locator("#talk")).containsText("O CEP é 80010-000.");
        assertThat(page.locator("#head")).containsText("Aberto");
        composerFollows(page);

        write(page, "Sigo olhando.");
        sendAs(page, "Aberto"); // as the menu said while the ticket was still Pendente
        assertThat(page.locator(".msg.team").last()).containsText("Sigo olhando.");
        assertThat(page.locator("#head")).containsText("Aberto");

        write(page, "Estamos corrigindo a regra.");
        sendAs(page, "Em espera: aplicando correção");
        assertThat(page.locator("#head")).containsText("Em espera");

        write(page, "Corrigido: o cupom vale de novo.");
        sendAs(page, "Resolvido");
        assertThat(page.locator("#head")).containsText("Resolvido");
        rafael.step("resolved");
    }

    @Test
    void theOneWhoComesSecondKeepsTheTextAndSeesWhatChanged() {
        var address = "/tickets/workspace?sector=suporte&code=" + opened("Dois querem responder");
        var talita = as("talita@guiche.example").open(address);
        var rafael = as("rafael@guiche.example").open(address);
        write(rafael.page(), "Eu respondo este.");
        write(talita.page(), "Já respondi por aqui.");
        talita.click("Enviar como Pendente");
        assertThat(talita.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");

        assertThat(rafael.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");
        assertThat(body(rafael.page())).hasText("Eu respondo este.");
        rafael.click("Enviar como Pendente");
        assertThat(rafael.page().locator("#reply").getByText("Outra pessoa mudou isto"))
                .isVisible();
        assertThat(body(rafael.page())).hasText("Eu respondo este.");
        assertThat(rafael.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");
        rafael.step("second");
        choose(talita.page(), "Nota interna");
        write(talita.page(), "Rafael também está aqui.");
        talita.click("Salvar nota interna");
        assertThat(rafael.page().locator(".msg.note").last()).containsText("Rafael também está aqui.");
        assertThat(rafael.page().locator("#reply").getByText("Outra pessoa mudou isto"))
                .isVisible();

        rafael.click("Enviar resposta"); // the note came after what this page had seen
        composerFollows(rafael.page());
        assertThat(body(rafael.page())).hasText("Eu respondo este.");
        rafael.click("Enviar resposta");
        assertThat(rafael.page().locator(".msg.team").last()).containsText("Eu respondo este.");
    }

    @Test
    void propertiesChangeAtOnceAndTheHistorySaysSo() {
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + opened("Tudo muda"));
        var page = talita.page();

        assertThat(page.locator("#side").getByText("(31) 98765-0006")).isVisible();
        pick(page, "Setor", "Financeiro");
        assertThat(page.locator("#talk .ev").last()).containsText("Financeiro");
        pick(page, "Prioridade", "Urgente");
        assertThat(page.locator("#talk .ev").last()).containsText("Urgente");
        pick(page, "Responsável", "Talita Nogueira");
        assertThat(page.locator("#talk")).containsText("Talita Nogueira assumiu o atendimento");
        pick(page, "Responsável", "Ninguém (na fila)");
        assertThat(page.locator("#talk .ev").last()).containsText("O chamado voltou para a fila");
        page.getByLabel("Marcadores").fill("frete, cupom");
        page.keyboard().press("Tab");
        assertThat(page.locator("#talk .ev").last()).containsText("frete, cupom");
        talita.step("properties");
        page.reload();
        assertThat(page.getByLabel("Marcadores")).hasValue("frete, cupom");
    }

    @Test
    void anEndedSessionLosesNoNoteAndANoteNeverGoesOut() {
        var code = opened("Nota que espera");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + code);
        var page = talita.page();
        choose(page, "Nota interna");
        write(page, "Antes.");
        assertThat(page.getByText("Rascunho salvo")).isVisible();
        page.context().clearCookies();
        write(page, "O cliente não pode ler isto.");
        page.waitForURL(url -> url.contains("/accounts/signin"));
        talita.signInHere("talita@guiche.example");
        page.waitForURL(url -> url.contains("code=" + code));
        assertThat(body(page)).hasText("O cliente não pode ler isto.");

        page.locator("[id='reply:send_button']")
                .evaluate("button => button.click()"); // a browser that shows both buttons

        assertThat(page.locator(".msg.note").last()).containsText("O cliente não pode ler isto.");
        assertThat(page.locator(".msg.team")).hasCount(0);
    }

    @Test
    void aPropertyThatCannotChangeSaysSoWhereItIs() {
        var address = "/tickets/workspace?view=all&code=" + opened("Duas mesas, um chamado");
        var talita = as("talita@guiche.example").open(address);
        var page = talita.page();
        page.locator("#props input[name=version]").evaluate("field => field.value = 0");

        pick(page, "Prioridade", "Urgente");

        assertThat(page.locator("#props [role=alert]")).containsText("Outra pessoa mudou isto");
        assertThat(page.locator("#reply [role=alert]")).hasCount(0);
        assertThat(page.locator("#props")).containsText("Média");
        talita.step("refused beside the properties");
    }

    @Test
    void theKeysAloneAreEnough() {
        var talita = as("talita@guiche.example").open("/tickets/workspace?q=" + opened("Sem mouse"));
        var page = talita.page();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("code=\\d+"));
        assertThat(page.locator("#head")).containsText("Sem mouse");
        body(page).focus();
        page.keyboard().type("Só com o teclado.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".msg.team").last()).containsText("Só com o teclado.");
        assertThat(body(page)).hasText("");
        talita.step("keys");
    }

    @Test
    void anEmptyListSaysSo() {
        var igor = as("igor@guiche.example").open("/tickets/workspace?view=done");
        assertThat(igor.page().getByText("Nada por aqui")).isVisible();
        igor.stepInEveryLook("empty");
    }

    @Test
    void theDeskIsForTheStaffAlone() {
        as("bruno@jatoba.example")
                .expects(403)
                .open("/tickets/workspace")
                .sees("Você não tem acesso a esta página")
                .step("denied");
    }

    private String opened(String subject) {
        var ticket = Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'cx','subject':'%s','description':'O pedido não chegou.',
                 'answers':{'assunto':'pedido','pedido':'88121'}}""".formatted(subject));
        return Api.json(ticket).getString("code");
    }

    private static void takeNext(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Pegar próximo"))
                .click();
    }

    private static void choose(Page page, String kind) {
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(kind)).check();
    }

    private static void pick(Page page, String property, String value) {
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(property))
                .click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(value).setExact(true))
                .click();
    }

    private static Locator body(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Mensagem"));
    }

    private static void write(Page page, String text) {
        body(page).fill(text);
    }

    /** What is written from here on belongs to the ticket as the page shows it. */
    private static void composerFollows(Page page) {
        page.waitForFunction("() => document.querySelector('#reply input[name=version]').value"
                + " === document.querySelector('[data-version]').dataset.version");
    }

    private static void sendAs(Page page, String status) {
        more(page);
        page.getByRole(
                        AriaRole.MENUITEM,
                        new GetByRoleOptions().setName("Enviar como " + status).setExact(true))
                .click();
    }

    private static void more(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mais opções de envio"))
                .click();
    }
}
