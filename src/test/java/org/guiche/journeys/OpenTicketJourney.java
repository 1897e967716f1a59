package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The main job: a partner opens a ticket on behalf of a client, who does not see it. */
class OpenTicketJourney extends Journey {

    private static final String MARINA = "marina@mirante.example";

    @Test
    void aPartnerOpensATicketOnBehalfOfAClient() {
        var wizard = Wizard.begun(as(MARINA), MARINA);
        var marina = wizard.visitor().step("empty");
        var page = wizard.page();

        wizard.choose("Abrir em nome de", "Casa Jatobá").choose("Projeto", "Nova loja");
        wizard.choose("Unidade de negócio", "Parceiros");
        wizard.choose("Tipo de problema", "Erro ou comportamento estranho");
        wizard.choose("Produto", "E-commerce").choose("Módulo", "Marketing › Cupons");
        wizard.fill("Resumo do problema", "Cupom FRETE10 não aplica no checkout");
        wizard.fill(
                "Descrição detalhada",
                "O cupom não aplica. Aconteceu no pedido 100482, produto REF CJ-2207, CEP 30130-010.");
        wizard.attach("print-checkout.txt", "tela");
        assertThat(page.getByText("4 de 5")).isVisible();
        marina.stepInEveryLook("request");

        wizard.toContact().visitor().stepInEveryLook("contact");
        theCpfStaysOnOneLine(page);
        wizard.advance("Quanto isso afeta a operação?");
        page.getByText("Vendo, mas com erro").click();
        assertThat(page.getByText("Solução até")).isVisible();
        marina.stepInEveryLook("classification");

        var code = wizard.send();
        assertThat(page.getByText("Agência Mirante - Nova loja - Cupom FRETE10 não aplica no checkout"))
                .isVisible();
        assertThat(page.getByText("Primeira resposta até")).isVisible();
        marina.stepInEveryLook("opened");

        var joana = as("joana@jatoba.example").expects(404).open("/tickets/opened?code=" + code);
        assertThat(joana.page().getByText("Cupom FRETE10")).hasCount(0);
        joana.step("not-in-the-clients-panel");
    }

    /** At whatever width. */
    private static void theCpfStaysOnOneLine(Page page) {
        for (int width = 320; width <= 480; width += 10) {
            page.setViewportSize(width, 844);
            assertThat(page.evaluate("""
                            () => {
                              const text = Array.from(document.querySelectorAll('main .faint'))
                                .map((place) => place.firstChild)
                                .find((node) => node && node.textContent.includes('CPF'));
                              const range = document.createRange();
                              range.setStart(text, text.textContent.indexOf('CPF'));
                              range.setEnd(text, text.textContent.length);
                              return new Set(Array.from(range.getClientRects(), (part) => part.top)).size;
                            }""")).as("lines of the CPF at %s", width).isEqualTo(1);
        }
        page.setViewportSize(1440, 900);
    }

    @Test
    void aConcludedProjectGoesTheGeneralWayAndThePageSaysSo() {
        var wizard = Wizard.begun(as(MARINA), MARINA);
        wizard.choose("Abrir em nome de", "Casa Jatobá").choose("Projeto", "Migração do catálogo (concluído)");
        wizard.choose("Unidade de negócio", "Parceiros");
        var notice = wizard.page().getByText("O projeto “Migração do catálogo” já foi concluído.");
        assertThat(notice).isVisible();
        wizard.choose("Tipo de problema", "Dúvida de uso");
        wizard.choose("Produto", "E-commerce").choose("Módulo", "Marketing › Cupons");
        wizard.fill("Resumo do problema", "Cupom antigo").fill("Descrição detalhada", "Depois da migração.");
        wizard.visitor().step("concluded");

        wizard.toContact().advance("Quanto isso afeta a operação?");
        assertThat(wizard.page().getByText("na fila de Suporte")).isVisible();
        wizard.page().getByText("Dúvida ou ajuste").click();
        wizard.settled().send();
        assertThat(wizard.page().getByText("Na fila de Suporte")).isVisible();
        wizard.visitor().step("concluded-opened");
    }
}
