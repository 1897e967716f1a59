package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agent's day: take the next ticket, note, answer, wait, resolve; and two agents at one ticket. */
class DeskJourney extends Journey {

    @Test
    void anAgentTakesTheNextTicketAndResolvesItAndTheRequesterSeesTheAnswer() {
        var rafael = as("rafael@guiche.example").open("/tickets/workspace?sector=marketing");
        rafael.stepInEveryLook("queue");
        takeNext(rafael.page());
        var page = rafael.page();
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
        assertThat(page.locator("#head")).containsText("Pendente");
        rafael.stepInEveryLook("answered");

        write(page, "Corrigido: o cupom vale de novo.");
        more(page);
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Enviar como Resolvido"))
                .click();
        assertThat(page.locator("#head")).containsText("Resolvido");
        rafael.step("resolved");
    }

    @Test
    void theOneWhoComesSecondKeepsTheTextAndSeesWhatChanged() {
        var talita = as("talita@guiche.example").open("/tickets/workspace?sector=suporte");
        takeNext(talita.page());
        talita.page().waitForURL(Pattern.compile("code=\\d+"));
        var address = talita.page().url().replaceFirst("https?://[^/]+", "");
        var rafael = as("rafael@guiche.example").open(address);
        write(rafael.page(), "Eu respondo este.");
        write(talita.page(), "Já respondi por aqui.");
        talita.click("Enviar como Pendente");
        assertThat(talita.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");

        assertThat(rafael.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");
        assertThat(body(rafael.page())).hasText("Eu respondo este.");
        rafael.click("Enviar como Pendente");
        assertThat(rafael.page().locator("#reply").getByText("Outra pessoa mudou isto")).isVisible();
        assertThat(body(rafael.page())).hasText("Eu respondo este.");
        assertThat(rafael.page().locator(".msg.team").last()).containsText("Já respondi por aqui.");
        rafael.step("second");

        rafael.click("Enviar resposta");
        assertThat(rafael.page().locator(".msg.team").last()).containsText("Eu respondo este.");
    }

    @Test
    void propertiesChangeAtOnceAndTheHistorySaysSo() {
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all");
        var page = talita.page();
        page.locator("#list a.q-item").first().click();
        page.waitForURL(Pattern.compile("code=\\d+"));

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
    void theKeysAloneAreEnough() {
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all");
        var page = talita.page();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("code=\\d+"));
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

    private static void more(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mais opções de envio"))
                .click();
    }
}
