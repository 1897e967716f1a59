package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.guiche.journeys.Visitor.Screen;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Requesters say how the help was, below a reply and once the ticket is solved; the staff reads it beside the ticket. */
class RatingJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String TALITA = "talita@guiche.example";

    private String answered(String subject, String more) {
        var opened = Api.at(home)
                .as(BRUNO)
                .post(
                        "tickets",
                        "{'unit':'cx','subject':'%s','description':'Pedido 88121.','answers':{'assunto':'pedido','pedido':'88121'}}"
                                .formatted(subject));
        var code = Api.json(opened).getString("code");
        Api.at(home).as(TALITA).post("tickets/" + code + "/messages", "{'body':'O pedido saiu hoje.'" + more + "}");
        return code;
    }

    private static Locator card(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Como foi este atendimento?"));
    }

    private static Locator radio(Locator place, String name) {
        return place.getByRole(
                AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator reply(Visitor visitor) {
        return visitor.page().locator("#talk .msg.team").first();
    }

    @Test
    void aSolvedTicketIsRatedAndTheLastWordCounts() {
        var code = answered("Pedido atrasado", ",'thenStatus':'resolvido'");
        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code + "#avaliar");
        assertThat(card(bruno)).isInViewport();
        bruno.stepInEveryLook("asked");

        button(card(bruno), "Enviar avaliação").click();
        assertThat(card(bruno).getByRole(AriaRole.ALERT)).containsText("Escolha uma nota de 1 a 5.");

        radio(card(bruno), "Ruim").check();
        card(bruno).getByLabel("Rapidez").check();
        card(bruno).getByLabel("Comentário").fill("Chegou, mas <tarde>.");
        button(card(bruno), "Enviar avaliação").click();
        assertThat(card(bruno)).containsText("Você avaliou: Ruim");
        assertThat(card(bruno).getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(radio(card(bruno), "Ruim")).isChecked();
        assertThat(card(bruno).getByLabel("Rapidez")).isChecked();
        bruno.stepInEveryLook("thanked");

        radio(card(bruno), "Bom").check();
        button(card(bruno), "Mudar avaliação").click();
        assertThat(card(bruno)).containsText("Você avaliou: Bom");
        bruno.open("/tickets/ticket?code=" + code);
        assertThat(radio(card(bruno), "Bom")).isChecked();
        assertThat(card(bruno).getByLabel("Comentário")).hasValue("Chegou, mas <tarde>.");

        var talita = as(TALITA).open("/tickets/workspace?code=" + code);
        var side = talita.page().locator("#side");
        assertThat(side).containsText("Bom (4 de 5)");
        assertThat(side).containsText("Rapidez");
        assertThat(side).containsText("“Chegou, mas <tarde>.”");
        assertThat(talita.page().locator("#talk")).containsText("mudou a avaliação do atendimento: de Ruim para Bom");
        talita.stepInEveryLook("read-by-the-staff");
    }

    @Test
    void aReplyIsRatedWithTheKeysAlone() {
        var code = answered("Pedido sem nota", "");
        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code);
        assertThat(bruno.page().locator(".rate")).hasCount(1);
        assertThat(card(bruno)).hasCount(0);
        assertThat(button(reply(bruno), "Enviar")).isHidden();

        radio(reply(bruno), "Muito ruim").focus();
        bruno.page().keyboard().press("Space");
        for (int i = 0; i < 3; i++) {
            bruno.page().keyboard().press("ArrowRight");
        }
        assertThat(radio(reply(bruno), "Bom")).isChecked();
        bruno.stepInEveryLook("choosing");
        bruno.page().keyboard().press("Tab");
        bruno.page().keyboard().type("Era isso.");
        bruno.page().keyboard().press("Tab");
        assertThat(button(reply(bruno), "Enviar")).isFocused();
        bruno.page().keyboard().press("Enter");

        assertThat(reply(bruno)).containsText("Você avaliou esta resposta:");
        assertThat(radio(reply(bruno), "Bom")).isChecked();
        assertThat(bruno.page().getByText("Obrigado pela avaliação.").first()).isVisible();
        bruno.stepInEveryLook("reply-rated");

        var talita = as(TALITA).open("/tickets/workspace?code=" + code);
        assertThat(talita.page().locator("#talk .msg.team")).containsText("Bom (4 de 5)");
        assertThat(talita.page().locator("#talk .msg.team")).containsText("“Era isso.”");
        assertThat(talita.page().locator(".rate, .rating")).hasCount(0);
        var joana = as("joana@jatoba.example").open("/tickets/ticket?code=" + code);
        assertThat(joana.page().locator("#talk .msg.team")).hasCount(1);
        assertThat(joana.page().locator(".rate, .rating")).hasCount(0);
    }

    @Test
    void itFitsAPhoneAndWaitsWhileSomebodyChooses() {
        var code = answered("Pedido no celular", "");
        var bruno = as(BRUNO).on(Screen.PHONE).open("/tickets/ticket?code=" + code);
        FollowJourney.connected(bruno);
        radio(reply(bruno), "Regular").check();
        Api.at(home).as(TALITA).post("tickets/" + code + "/messages", "{'body':'Já chegou?','thenStatus':'resolvido'}");
        assertThat(bruno.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1 nova mensagem")))
                .isVisible();
        button(reply(bruno), "Enviar").click();
        assertThat(reply(bruno)).containsText("Você avaliou esta resposta:");

        assertThat(card(bruno)).isVisible();
        assertThat(bruno.page().locator(".rate")).hasCount(2);
        radio(card(bruno), "Muito bom").check();
        button(card(bruno), "Enviar avaliação").click();
        assertThat(card(bruno)).containsText("Você avaliou: Muito bom");
        bruno.fitsTheScreen();
        bruno.step("on-a-phone");
    }
}
