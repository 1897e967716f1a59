package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An agent on the phone opens the ticket of whoever calls, who follows it in the panel. */
class CallJourney extends Journey {

    private static final String RAFAEL = "rafael@guiche.example";

    @Test
    void anAgentWritesDownWhatARequesterAsksForAndTheRequesterFollowsIt() {
        var subject = "Ligou sobre o frete " + System.nanoTime();
        var wizard = Wizard.begun(as(RAFAEL), RAFAEL);
        var page = wizard.page();
        wizard.choose("Abrir em nome de", "Casa Jatobá").choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", subject).fill("Descrição detalhada", "O frete do pedido 88121 não soma.");
        wizard.toContact();
        assertThat(page.getByText("Ninguém com este e-mail tem cadastro")).isVisible();
        assertThat(wizard.field("Nome")).hasValue("");
        wizard.visitor().click("Avançar");
        wizard.refuses("Escreva o nome");

        wizard.combobox("Quem pediu").click();
        page.getByRole(AriaRole.SEARCHBOX)
                .or(page.locator(".ui-selectonemenu-filter:visible"))
                .first()
                .fill("bruno@");
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("Bruno Amaral · bruno@jatoba.example"))
                .click();
        wizard.settled();
        assertThat(wizard.field("Nome")).hasValue("Bruno Amaral");
        assertThat(wizard.field("E-mail para resposta")).hasValue("bruno@jatoba.example");
        assertThat(page.getByText("Bruno Amaral, como se tivesse aberto o chamado"))
                .isVisible();
        wizard.visitor().stepInEveryLook("who-called");
        wizard.advance("Tudo pronto para enviar");
        var code = wizard.send();
        assertThat(page.getByText("Os detalhes vão para bruno@jatoba.example")).isVisible();
        wizard.visitor().step("written-down");

        var bruno = as("bruno@jatoba.example").open("/tickets/mine");
        assertThat(bruno.page().getByText(subject).first()).isVisible();
        bruno.open("/tickets/ticket?code=" + code).sees(subject).step("followed");
        as("marina@mirante.example")
                .expects(404)
                .open("/tickets/ticket?code=" + code)
                .step("not-the-agencys");
    }
}
