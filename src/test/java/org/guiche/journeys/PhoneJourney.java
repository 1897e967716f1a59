package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.journeys.Visitor.Screen;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** What a phone shows in another way: it hides nothing, and nothing lies over what one wants to touch. */
class PhoneJourney extends Journey {

    @Test
    void theWayToTheAnswerIsShownUntilOneIsThere() {
        var bruno = as("bruno@jatoba.example")
                .on(Screen.PHONE)
                .open("/tickets/ticket?code=" + opened("Texto\\n".repeat(60)));
        var shortcut = bruno.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Responder"));
        assertThat(shortcut).isVisible();
        shortcut.click();
        assertThat(shortcut).isHidden();
        bruno.step("answer");
    }

    @Test
    void aTouchBesideThePropertiesClosesThem() {
        var page = desk(opened("Meu pedido não chegou.")).page();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Propriedades"))
                .click();
        var properties = page.locator("#properties");
        assertThat(properties).isVisible();
        page.mouse().click(20, 400);
        assertThat(properties).isHidden();
    }

    @Test
    void theListsOpenUnderTheBarAndNothingScrollsSideways() {
        var talita = as("talita@guiche.example").on(Screen.PHONE).open("/tickets/workspace");
        var page = talita.page();
        var queue = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Marketing"));
        assertThat(queue).isHidden();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Meus chamados"))
                .click();
        assertThat(queue).isVisible();
        talita.step("lists");
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "Array.from(document.querySelectorAll('.a-side, .a-side *'))"
                                                + ".every(part => part.scrollWidth <= part.clientWidth || getComputedStyle(part).overflowX !== 'auto')"))
                .isTrue();
        page.keyboard().press("Escape");
        assertThat(queue).isHidden();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Meus chamados"))
                .click();
        queue.click();
        assertThat(page).hasURL(Pattern.compile("sector=marketing"));
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Marketing")))
                .isVisible();
        talita.stepInEveryLook("marketing");
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Marketing")))
                .isHidden();
    }

    @Test
    void theListOfKeysCallsTheSendButtonByItsName() {
        var page = desk(opened("Meu pedido sumiu.")).page();
        page.locator("#talk-scroll").focus();
        page.keyboard().press("?");
        assertThat(page.locator(".keys-list").getByText("Enviar como Pendente")).hasText("Enviar como Pendente");
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        var igor = as("igor@guiche.example").on(Screen.PHONE).open("/tickets/workspace?q=xilofone");
        assertThat(igor.page().getByText("Nenhum chamado com esses termos")).isVisible();
        igor.step("nothing-found");
    }

    private Visitor desk(String code) {
        var talita = as("talita@guiche.example").on(Screen.PHONE).open("/tickets/workspace?view=all&code=" + code);
        assertThat(talita.page()).hasURL(Pattern.compile("code=" + code));
        return talita;
    }

    private String opened(String text) {
        var ticket = Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'cx','subject':'No telefone','description':'%s',
                 'answers':{'assunto':'pedido','pedido':'88121'}}""".formatted(text));
        return Api.json(ticket).getString("code");
    }
}
