package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** One draft in two windows: the one that is behind is told, keeps its text, and its person decides which one counts. */
class TwoWindowsJourney extends Journey {

    private static final String CARLA = "carla@araca.example";
    private static final String JOANA = "joana@jatoba.example";
    private static final String MARINA = "marina@mirante.example";
    private static final String HERE = "Ficar com o desta tela";
    private static final String THERE = "Usar o da outra janela";

    private Wizard there;
    private Wizard here;

    private void twoWindowsOf(String email) {
        there = Wizard.begun(as(email), email).choose("Unidade de negócio", "Loja");
        there.fill("Resumo do problema", "Frete").fill("Descrição detalhada", "Escrito antes.");
        there.saved();
        here = new Wizard(as(email).open("/tickets/open"));
        assertThat(here.field("Descrição detalhada")).hasText("Escrito antes.");
    }

    private static Locator told(Wizard wizard) {
        return wizard.page()
                .getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("Outra janela mudou este rascunho"));
    }

    @Test
    void theOneThatIsBehindIsToldAndMayTakeTheOthersText() {
        twoWindowsOf(CARLA);
        there.fill("Descrição detalhada", "Da outra janela.").saved();
        here.fill("Descrição detalhada", "Desta janela.");
        here.page().keyboard().press("Tab");

        assertThat(told(here)).isVisible();
        assertThat(here.page().getByText("Não salvo: há outra versão do rascunho"))
                .isVisible();
        assertThat(here.field("Descrição detalhada")).hasText("Desta janela.");
        here.visitor().stepInEveryLook("behind").click(THERE);
        assertThat(here.field("Descrição detalhada")).hasText("Da outra janela.");
        assertThat(told(here)).hasCount(0);
        here.fill("Resumo do problema", "Frete em dobro").saved();
        here.visitor().step("took-the-other");
    }

    @Test
    void orKeepItsOwnAndThenTheOtherIsBehind() {
        twoWindowsOf(JOANA);
        there.choose("Unidade de negócio", "ERP").choose("Plataforma", "ERP Web");
        here.fill("Resumo do problema", "O meu resumo").fill("Descrição detalhada", "Desta janela.");
        here.visitor().click("Avançar");
        assertThat(told(here)).isVisible();
        assertThat(here.page().locator("#wizard\\:behind .ui-messages")).isFocused();
        assertThat(here.page().url()).endsWith("/tickets/open");

        here.visitor().click(HERE);
        assertThat(told(here)).hasCount(0);
        assertThat(here.combobox("Unidade de negócio")).containsText("Loja");
        assertThat(here.field("Descrição detalhada")).hasText("Desta janela.");
        assertThat(here.field("Resumo do problema")).hasValue("O meu resumo");
        here.toContact();

        there.fill("Descrição detalhada", "Sem saber de nada.").choose("Tema", "Notas fiscais");
        assertThat(told(there)).isVisible();
        assertThat(there.field("Número da nota")).isVisible();
        assertThat(there.field("Descrição detalhada")).hasText("Sem saber de nada.");
        there.visitor().step("the-other-is-behind");
    }

    @Test
    void anotherClientThereTakesNothingAwayHere() {
        there = Wizard.begun(as(MARINA), MARINA);
        there.choose("Abrir em nome de", "Casa Jatobá").choose("Projeto", "Nova loja");
        here = new Wizard(as(MARINA).open("/tickets/open"));
        there.choose("Abrir em nome de", "Empório Caiçara");
        here.fill("Resumo do problema", "Da Casa Jatobá");
        here.page().keyboard().press("Tab");
        assertThat(told(here)).isVisible();
        here.visitor().click(HERE);
        assertThat(told(here)).hasCount(0);
        assertThat(here.combobox("Abrir em nome de")).containsText("Casa Jatobá");
        assertThat(here.combobox("Projeto")).containsText("Nova loja");
    }

    @Test
    void theLastStepSendsNothingThatItDoesNotShow() {
        var subject = "Só o que se vê " + System.nanoTime();
        twoWindowsOf(CARLA);
        here.fill("Resumo do problema", subject).toContact().advance("Tudo pronto para enviar");
        there.fill("Resumo do problema", subject + " mudado");
        there.visitor().click(HERE);
        assertThat(told(there)).hasCount(0);

        here.visitor().click("Enviar chamado");
        assertThat(told(here)).isVisible();
        here.visitor().stepInEveryLook("behind-at-the-end").click(THERE);
        assertThat(told(here)).hasCount(0);
        here.visitor().sees("Tudo pronto para enviar");
        var code = here.send();
        assertThat(Wizard.tickets(subject + " mudado")).isEqualTo(1);

        there.fill("Descrição detalhada", "Ainda escrevendo.");
        there.page().keyboard().press("Tab");
        var sent = there.page().getByText("Outra janela já enviou este rascunho: é o chamado #" + code);
        assertThat(sent).isVisible();
        there.visitor().step("sent-meanwhile").click("Começar outro com o desta tela");
        assertThat(sent).hasCount(0);
        assertThat(there.field("Descrição detalhada")).hasText("Ainda escrevendo.");
        there.toContact();
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsNotLostToTheOtherWindow() {
        twoWindowsOf(JOANA);
        there.fill("Descrição detalhada", "Da outra janela.").saved();
        here.page().context().clearCookies();
        here.fill("Descrição detalhada", "Escrito depois que a sessão acabou.");
        here.page().waitForURL(url -> url.contains("/accounts/signin"));
        here.page().getByLabel("E-mail ou CPF").fill(JOANA);
        here.page().getByLabel("Senha", new GetByLabelOptions().setExact(true)).fill(Visitor.PASSWORD);
        here.visitor().click("Entrar");

        assertThat(told(here)).isVisible();
        assertThat(here.field("Descrição detalhada")).hasText("Escrito depois que a sessão acabou.");
        here.visitor().click(HERE);
        assertThat(told(here)).hasCount(0);
        assertThat(here.field("Descrição detalhada")).hasText("Escrito depois que a sessão acabou.");
        here.visitor().step("kept-after-the-session");
    }
}
