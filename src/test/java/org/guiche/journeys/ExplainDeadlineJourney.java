package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Whoever asks why a deadline is when it is gets the whole reckoning, by click or by key, and comes back to where it was. */
class ExplainDeadlineJourney extends Journey {

    private static final String MARINA = "marina@mirante.example";
    private static final String TALITA = "talita@guiche.example";

    @Test
    void theRequesterReadsWhyAPausedDeadlineStandsStill() {
        var code = opened("Cupom parado");
        says(code, "Qual é o pedido?", ",'thenStatus':'pendente'");
        var marina = as(MARINA).open("/tickets/ticket?code=" + code);
        var page = marina.page();
        assertThat(page.locator("#facts")).containsText("pausado, restam");
        assertThat(page.locator("#place")).containsText("prazo de solução pausado desde");
        marina.stepInEveryLook("paused");

        link(page).focus();
        page.keyboard().press("Enter");

        var sheet = sheet(page);
        assertThat(sheet).isVisible();
        assertThat(sheet.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Explicar prazo")))
                .isFocused();
        assertThat(sheet).containsText("esperamos a sua resposta");
        assertThat(sheet).containsText("16 horas úteis");
        assertThat(sheet).containsText("Só conta o horário de atendimento");
        assertThat(sheet).containsText("Se seguisse agora, o prazo iria até");
        sheet.getByText("Ver dia a dia").first().click();
        marina.stepInEveryLook("explained");

        page.keyboard().press("Escape");
        assertThat(sheet).hasCount(0);
        assertThat(link(page)).isFocused();
    }

    @Test
    void theAgentReadsTheSameWithTheHousesOwnWords() {
        var code = opened("Cupom que o agente explica");
        says(code, "Qual é o pedido?", ",'thenStatus':'pendente'");
        var talita = as(TALITA).open("/tickets/workspace?view=all&code=" + code);
        var page = talita.page();

        link(page).click();

        assertThat(sheet(page)).containsText("Parado desde");
        assertThat(sheet(page)).containsText("Pendente");
        talita.stepInEveryLook("agent");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fechar"))
                .click();
        assertThat(sheet(page)).hasCount(0);
    }

    @Test
    void withoutScriptsItIsAPageOfItsOwn() {
        var code = opened("Cupom sem script");
        var marina = as(MARINA).open("/tickets/deadlines?code=" + code).sees("Explicar prazo");

        assertThat(marina.page().locator(".xp-clock")).hasCount(2);
        marina.stepInEveryLook("page");
        marina.open("/tickets/standards").sees("Padrão de chamados e prazos");
        marina.stepInEveryLook("standards");
        var nobody = visitor().open("/accounts/signin");
        nobody.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Padrão de chamados e prazos"))
                .click();
        nobody.sees("Padrão de chamados e prazos").stepInEveryLook("standards-of-nobody");
        var again = nobody.page().reload();
        assertThat(again.status()).isIn(200, 304);
        nobody.step("standards-kept");
    }

    private static Locator link(Page page) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Explicar prazo"));
    }

    private static Locator sheet(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private String opened(String title) {
        var api = Api.at(home).as(MARINA);
        var client = Api.json(api.get("companies")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(company -> company.getString("name").equals("Casa Jatobá"))
                .findFirst()
                .orElseThrow()
                .getInt("id");
        var ticket = api.post("tickets", """
                {'unit':'parceiros','subjectParts':{'titulo':'%s'},'classification':'erro','onBehalfOf':%d,
                 'description':'O cupom não aplica. Pedido 88121.',
                 'answers':{'tipo':'erro','produto':'ECOMMERCE','modulo':'Marketing › Cupons'}}""".formatted(title, client));
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
        return Api.json(ticket).getString("code");
    }

    private void says(String code, String words, String more) {
        var answer = Api.at(home)
                .as(TALITA)
                .post(
                        "tickets/" + code + "/messages",
                        "{'body':'%s','format':'text','visibility':'public'%s}".formatted(words, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
