package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An agent on the phone opens the ticket of whoever calls, who follows it in the panel. */
class CallJourney extends Journey {

    private static final String RAFAEL = "rafael@guiche.example";

    @Test
    void anAgentWritesDownWhatARequesterAsksForAndTheRequesterFollowsIt() {
        var subject = "Ligou sobre o frete " + System.nanoTime();
        var wizard = Wizard.begun(as(RAFAEL), RAFAEL);
        var page = wizard.page();
        nobodyIsCalledThat(wizard);
        wizard.find("Abrir em nome de", "jato", "Casa Jatobá").choose("Unidade de negócio", "Loja");
        wizard.visitor().step("company-found");
        wizard.fill("Resumo do problema", subject).fill("Descrição detalhada", "O frete do pedido 88121 não soma.");
        wizard.toContact();
        assertThat(page.getByText("Ninguém com este e-mail tem cadastro")).isVisible();
        assertThat(wizard.field("Nome")).hasValue("");
        wizard.visitor().click("Avançar");
        wizard.refuses("Escreva o nome");

        wizard.find("Quem pediu", "bruno@", "Bruno Amaral");
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

    /** What is typed and not found is said, and nothing is chosen by it. */
    private static void nobodyIsCalledThat(Wizard wizard) {
        var field = wizard.combobox("Abrir em nome de");
        inEveryLook(wizard, "xilofone", ".ui-autocomplete-empty-message", "company-unknown");
        field.press("Tab");
        assertThat(field).hasValue("");
        inEveryLook(wizard, "casa", ".ui-autocomplete-row", "companies-found");
        field.press("Escape");
    }

    /** What a field finds is shown until the window changes its size: it is typed anew for each picture. */
    private static void inEveryLook(Wizard wizard, String typed, String found, String name) {
        for (var screen : Visitor.Screen.values()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                wizard.visitor().on(screen).in(scheme);
                var field = wizard.combobox("Abrir em nome de");
                field.fill("");
                field.pressSequentially(typed);
                assertThat(wizard.page().locator(".g-found:visible " + found).first())
                        .isVisible();
                var look = screen.name().toLowerCase(Locale.ROOT) + "-"
                        + scheme.name().toLowerCase(Locale.ROOT);
                wizard.visitor().step(name + "-" + look).isAccessible().fitsTheScreen();
            }
        }
        wizard.visitor().on(Visitor.Screen.DESK).in(ColorScheme.LIGHT);
    }
}
