package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** What people are told reaches the page that they have open, and is read where it leads to. */
class BellJourney extends Journey {

    @Test
    void anAnswerRingsTheBellOfAnOpenPageAndOpeningTheTicketReadsIt() {
        var code = opened("O sino toca");
        var talita = Api.at(home).as("talita@guiche.example");
        var rafael = as("rafael@guiche.example").open("/tickets/workspace?sector=suporte");
        var page = rafael.page();
        rafael.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Avisos")))
                .click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Marcar todas como lidas"))
                .click();
        assertThat(page.locator("#bell .bdg")).hasCount(0);

        talita.post("tickets/" + code + "/assignment", "{'assignee':" + id("rafael@guiche.example") + "}");

        assertThat(page.locator("#bell .bdg")).hasText("1");
        assertThat(page.locator("#rows")).containsText("Atribuído a você");
        rafael.stepInEveryLook("told");
        page.locator("#rows a", new LocatorOptions().setHasText("#" + code))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("code=" + code));
        assertThat(page.locator("#bell .bdg")).hasCount(0);

        Api.at(home).as("bruno@jatoba.example").post("tickets/" + code + "/messages", "{'body':'Continua.'}");
        assertThat(page.locator("#talk")).containsText("Continua.");
        rafael.open("/channels/notifications");
        assertThat(row(rafael, code)).not().hasClass(Pattern.compile("unread"));
        rafael.step("read");
    }

    @Test
    void theRequesterHasABellTooAndReadsEverythingAtOnce() {
        var code = opened("Responda a quem pediu");
        Api.at(home).as("talita@guiche.example").post("tickets/" + code + "/messages", "{'body':'Qual é o pedido?'}");
        var bruno = as("bruno@jatoba.example").open("/");
        assertThat(bruno.page().locator("#bell .bdg")).isVisible();
        bruno.stepInEveryLook("home");
        bruno.page().locator("#bell").click();
        assertThat(row(bruno, code)).containsText("Respondemos ao seu chamado");
        bruno.stepInEveryLook("requester");

        bruno.click("Marcar todas como lidas");

        assertThat(bruno.page().locator("#bell .bdg")).hasCount(0);
        assertThat(bruno.page().locator("#rows .unread")).hasCount(0);
    }

    @Test
    void administratorsSeeWhatHappensByItselfAndTheDemosClockStandsInTheMenu() {
        var admin = as("admin@guiche.example").open("/tickets/timers");
        admin.sees("Temporizadores");
        assertThat(admin.page().locator(".tm-sums")).containsText("Vencidos e não feitos");
        admin.stepInEveryLook("timers");

        admin.page().locator(".g-account summary").click();
        assertThat(admin.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Avançar 48 h")))
                .isVisible();
        admin.stepInEveryLook("demo-clock");

        var rafael = as("rafael@guiche.example").open("/tickets/workspace");
        rafael.page().locator(".g-account summary").click();
        assertThat(rafael.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Avançar 48 h")))
                .hasCount(0);
    }

    private static Locator row(Visitor who, String code) {
        return who.page()
                .locator("#rows a", new LocatorOptions().setHasText("#" + code))
                .first();
    }

    private long id(String email) {
        return Api.json(Api.at(home).as(email).get("me")).getJsonNumber("id").longValue();
    }

    private String opened(String subject) {
        var answer = Api.at(home)
                .as("bruno@jatoba.example")
                .post(
                        "tickets",
                        "{'unit':'loja','subject':'" + subject
                                + "','description':'O frete não soma.','answers':{'pedido':'88121'}}");
        return Api.json(answer).getString("code");
    }
}
