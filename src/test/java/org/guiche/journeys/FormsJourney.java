package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How forms answer: beside the field, on top of the page, or in a corner, and never by losing what was typed. */
class FormsJourney extends Journey {

    @Test
    void oneOfEachTagIsDrawnInEveryLook() {
        visitor().open("/probe/form").sees("Uma de cada").stepInEveryLook("one-of-each");
        visitor().open("/probe/steps").sees("Perguntas").stepInEveryLook("steps");
        visitor().open("/probe/desk").sees("Conversa").stepInEveryLook("desk");
    }

    @Test
    void whatWorkedIsToldInACorner() {
        var visitor = visitor().open("/probe/form").click("Enviar resposta");
        assertThat(visitor.page().getByText("Resposta enviada")).isVisible();
        visitor.step("told");
    }

    @Test
    void refusedFieldsSayWhyAndTheFirstTakesTheFocus() {
        var visitor = visitor().open("/probe/form");
        var page = visitor.page();
        page.getByLabel("Observação").fill("meu texto");
        visitor.click("Recusar campos");
        var subject = page.getByLabel("Assunto");
        assertThat(subject).isFocused();
        assertThat(subject).hasAttribute("aria-invalid", "true");
        assertThat(subject)
                .hasAccessibleDescription(Pattern.compile("Em poucas palavras\\.\\s+Preencha este campo\\."));
        assertThat(page.getByRole(AriaRole.ALERT).first().getByRole(AriaRole.LISTITEM))
                .hasCount(3);
        assertThat(page.getByLabel("Observação")).hasValue("meu texto");
        visitor.isAccessible().step("refused-fields");
        page.getByRole(AriaRole.ALERT).first().getByRole(AriaRole.LINK).last().click();
        assertThat(page.getByLabel("Descrição")).isFocused();
        visitor.click("Enviar resposta");
        assertThat(subject).not().hasAttribute("aria-invalid", "true");
        assertThat(page.getByText("Preencha este campo.")).hasCount(0);
        visitor.step("refusal-gone");
    }

    @Test
    void withoutAjaxARefusalLooksTheSame() {
        var visitor = visitor().open("/probe/form");
        visitor.page().getByLabel("Observação").fill("meu texto");
        visitor.click("Página inteira");
        assertThat(visitor.page().getByLabel("Assunto")).hasAttribute("aria-invalid", "true");
        assertThat(visitor.page().getByLabel("Observação")).hasValue("meu texto");
        visitor.step("refused-whole-page");
    }

    @Test
    void aRefusalOfTheWholeStandsOnTop() {
        var visitor = visitor().open("/probe/form").click("Recusar");
        assertThat(alert(visitor.page())).hasText("Muitos pedidos em pouco tempo. Espere 30 segundos.");
        visitor.step("refused-whole");
    }

    @Test
    void aDefectGivesItsCodeAndKeepsTheText() {
        var visitor = visitor().open("/probe/form");
        visitor.page().getByLabel("Observação").fill("meu texto");
        visitor.click("Falhar");
        assertThat(alert(visitor.page())).containsText("informe o código");
        assertThat(visitor.page().getByLabel("Observação")).hasValue("meu texto");
        visitor.step("defect");
    }

    @Test
    void withoutNetworkThePageSaysSoAndKeepsTheText() {
        var visitor = visitor().open("/probe/form");
        visitor.page().getByLabel("Observação").fill("meu texto");
        visitor.page().route("**/probe/form", Route::abort);
        visitor.click("Enviar resposta");
        assertThat(alert(visitor.page())).containsText("Sem conexão. Seu texto continua aqui");
        visitor.page().unroute("**/probe/form");
        visitor.click("Enviar resposta");
        assertThat(visitor.page().getByText("Resposta enviada")).isVisible();
        visitor.step("online-again");
    }

    @Test
    void aDraftSavesItselfAndQuestionsFollowTheAnswers() {
        var visitor = visitor().open("/probe/steps");
        var page = visitor.page();
        page.getByLabel("Pergunta TEXT").fill("abc");
        assertThat(page.getByText("Rascunho salvo 1")).isVisible();
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Pergunta SERVICE"))
                .click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("Opção 1"))
                .click();
        assertThat(page.getByText("Pergunta PROJECT")).isVisible();
        assertThat(page.getByLabel("Pergunta TEXT")).hasValue("abc");
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("Opção 2"))
                .check();
        assertThat(page.getByText("Escolhida: o2")).isVisible();
        visitor.step("answers");
        visitor.click("Avançar");
        assertThat(page.getByLabel("Pergunta CPF")).isFocused();
        assertThat(page.getByText("Este CPF não confere. Confira os 11 números.")
                        .last())
                .isVisible();
        visitor.isAccessible().step("refused-answer");
    }

    @Test
    void listsAndPanesAreWalkedByKeyboard() {
        var visitor = visitor().open("/probe/desk");
        var page = visitor.page();
        page.keyboard().press("j");
        assertThat(item(page, 1)).isFocused();
        page.keyboard().press("j");
        assertThat(item(page, 2)).isFocused();
        page.keyboard().press("k");
        assertThat(item(page, 1)).isFocused();
        page.keyboard().press("F6");
        assertThat(page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Conversa")))
                .isFocused();
        page.keyboard().press("?");
        visitor.sees("Atalhos do teclado").isAccessible().step("keys");
    }

    @Test
    void thePaneThatHasNoRoomOpensByItsKeyAndClosesByEscape() {
        var visitor = visitor().open("/probe/desk");
        var page = visitor.page();
        var properties = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Propriedades"));
        assertThat(properties).isVisible();
        page.setViewportSize(1100, 800);
        assertThat(properties).isHidden();
        page.keyboard().press("]");
        assertThat(properties).isFocused();
        visitor.isAccessible().step("properties");
        page.keyboard().press("Escape");
        assertThat(properties).isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ver propriedades")))
                .isFocused();
    }

    @Test
    void theChosenThemeStaysFromTheFirstPaintOn() {
        var visitor = visitor().open("/probe/form");
        var page = visitor.page();
        page.locator("summary").click();
        visitor.click("Escuro").step("dark");
        assertThat(page.context().request().get(page.url()).text()).contains("data-theme=\"dark\"");
    }

    private static Locator alert(Page page) {
        return page.getByRole(AriaRole.ALERT).first();
    }

    private static Locator item(Page page, int number) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Opção " + number));
    }
}
