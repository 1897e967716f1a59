package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is wrong is said beside its field and stays as it was typed; and nobody needs a mouse. */
class WizardRefusalsJourney extends Journey {

    private static final String JOANA = "joana@jatoba.example";

    @Test
    void everyRefusalStandsBesideItsFieldAndTheTextStays() {
        var wizard = Wizard.begun(as(JOANA), JOANA);
        wizard.visitor().click("Avançar");
        wizard.refuses("Escolha a unidade de negócio.");
        assertThat(wizard.combobox("Unidade de negócio")).isFocused();
        wizard.visitor().isAccessible().step("nothing-written");

        wizard.choose("Unidade de negócio", "ERP").choose("Tema", "Notas fiscais");
        wizard.fill("Número da nota", "três mil").fill("CNPJ do emitente", "11.222.333/0001-82");
        wizard.fill("Descrição detalhada", "Texto que fica.");
        wizard.visitor().click("Avançar");
        wizard.refuses("Plataforma");
        wizard.refuses("Número da nota");
        wizard.refuses("CNPJ");
        assertThat(wizard.page().getByRole(AriaRole.ALERT).first().getByRole(AriaRole.LISTITEM))
                .hasCount(4);
        assertThat(wizard.field("Número da nota")).hasValue("três mil");
        assertThat(wizard.field("CNPJ do emitente")).hasValue("11.222.333/0001-82");
        assertThat(wizard.field("Descrição detalhada")).hasText("Texto que fica.");
        wizard.visitor().stepInEveryLook("wrong-answers");

        wizard.choose("Plataforma", "ERP Web").refuses("CNPJ");
        assertThat(wizard.field("Número da nota")).not().isFocused();
        assertThat(wizard.page().locator(".g-field .ui-message-error")).hasCount(3);
        wizard.fill("Número da nota", "3312").fill("CNPJ do emitente", "");
        wizard.fill("Resumo do problema", "Nota rejeitada").toContact();
        wizard.fill("Nome", "").fill("E-mail para resposta", "joana@").fill("Telefone", "123");
        wizard.field("Com cópia para").fill("ninguém");
        wizard.page().keyboard().press("Enter");
        wizard.visitor().click("Avançar");
        wizard.refuses("Escreva o nome");
        wizard.refuses("joana@");
        wizard.refuses("telefone");
        wizard.refuses("ninguém");
        assertThat(wizard.field("E-mail para resposta")).hasValue("joana@");
        wizard.visitor().stepInEveryLook("wrong-contact");
    }

    @Test
    void nobodySkipsAStepByItsAddress() {
        var wizard = Wizard.begun(as(JOANA), JOANA);
        wizard.visitor().open("/tickets/classification");
        assertThat(wizard.page().url()).endsWith("/tickets/open");
        wizard.visitor().open("/tickets/contact");
        assertThat(wizard.page().url()).endsWith("/tickets/open");
        wizard.visitor().expects(404).open("/tickets/opened?code=1").step("not-ours");
        wizard.visitor().expects(404).open("/tickets/opened?code=abc").step("no-code");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var wizard = Wizard.begun(as(JOANA), JOANA);
        var keys = wizard.page().keyboard();
        var subject = "Sem mouse " + System.nanoTime();
        tabTo(wizard, wizard.combobox("Unidade de negócio"));
        keys.press("Alt+ArrowDown");
        keys.type("Ag");
        keys.press("Enter");
        wizard.settled();
        assertThat(wizard.combobox("Unidade de negócio")).containsText("Agência");
        assertThat(wizard.combobox("Unidade de negócio")).isFocused();
        tabTo(wizard, wizard.combobox("Departamento"));
        keys.press("ArrowDown");
        keys.press("Enter");
        wizard.settled();
        assertThat(wizard.combobox("Departamento")).containsText("Atendimento");
        tabTo(wizard, wizard.field("Resumo do problema"));
        keys.type(subject);
        tabTo(wizard, wizard.field("Descrição detalhada"));
        keys.type("Tudo pelo teclado.");
        keys.press("Control+Enter");
        wizard.visitor().sees("Para quem respondemos?");
        assertThat(wizard.page().getByRole(AriaRole.HEADING).filter(named("Para quem respondemos?")))
                .isFocused();
        tabTo(wizard, wizard.page().getByRole(AriaRole.BUTTON).filter(named("Avançar")));
        keys.press("Enter");
        wizard.visitor().sees("Quanto isso afeta a operação?");
        tabTo(wizard, wizard.page().locator("input[type=radio]:checked"));
        keys.press("ArrowDown");
        wizard.settled();
        assertThat(wizard.page()
                        .locator("label.opt-card")
                        .filter(named("Baixa"))
                        .locator("input"))
                .isChecked();
        tabTo(wizard, wizard.page().getByRole(AriaRole.BUTTON).filter(named("Enviar chamado")));
        keys.press("Enter");
        wizard.visitor().sees("Chamado enviado");
        assertThat(wizard.page().locator("#ok")).isFocused();
        assertThat(Wizard.tickets(subject)).isEqualTo(1);
        wizard.visitor().step("by-keyboard");
    }

    private static void tabTo(Wizard wizard, Locator target) {
        for (var i = 0; i < 60; i++) {
            if ((Boolean) target.first().evaluate("element => element === document.activeElement")) {
                return;
            }
            wizard.page().keyboard().press("Tab");
        }
        throw new AssertionError("Tab never leads to " + target);
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
