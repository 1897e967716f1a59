package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job: a request becomes a ticket, at each of the five units, by partners, managers and requesters. */
class OpenTicketJourney extends Journey {

    private static final Pattern OPENED = Pattern.compile("/tickets/opened\\?code=\\d+");

    @Test
    void aPartnerOpensATicketOnBehalfOfAClient() {
        var marina =
                as("marina@mirante.example").expects(404).open("/tickets/open").stepInEveryLook("empty");
        var page = marina.page();

        choose(page, "Abrir em nome de", "Casa Jatobá");
        choose(page, "Projeto", "Nova loja");
        choose(page, "Unidade de negócio", "Matriz · E-commerce · Parceiros");
        choose(page, "Tipo de problema", "Erro ou comportamento estranho");
        choose(page, "Produto", "E-commerce");
        choose(page, "Módulo", "Marketing › Cupons");
        page.getByLabel("Resumo do problema").fill("Cupom FRETE10 não aplica no checkout");
        page.getByLabel("Descrição detalhada")
                .fill("O cupom não aplica. Aconteceu no pedido 100482, produto REF CJ-2207, CEP 30130-010.");
        attach(page, "print-checkout.txt", "tela");
        assertThat(page.getByText("4 de 5")).isVisible();
        marina.stepInEveryLook("request");

        marina.click("Avançar").sees("Para quem respondemos?").stepInEveryLook("contact");
        marina.click("Avançar").sees("Quanto isso afeta a operação?");
        page.getByText("Vendo, mas com erro").click();
        assertThat(page.getByText("Solução até")).isVisible();
        marina.stepInEveryLook("classification");

        marina.click("Enviar chamado").sees("Chamado enviado");
        assertThat(page).hasURL(OPENED);
        assertThat(page.getByText("Agência Mirante - Nova loja - Cupom FRETE10 não aplica no checkout"))
                .isVisible();
        assertThat(page.getByText("Primeira resposta até")).isVisible();
        marina.stepInEveryLook("opened");
    }

    static void choose(Page page, String label, String option) {
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(label)).click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(option).setExact(true))
                .click();
        settled(page);
    }

    /** What a choice brings in has arrived. */
    static void settled(Page page) {
        page.waitForFunction("() => window.PrimeFaces && PrimeFaces.ajax.Queue.isEmpty()");
    }

    static void attach(Page page, String name, String text) {
        page.locator("[data-uploads] input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(file(page, name).locator("progress")).hasCount(0);
    }

    static Locator file(Page page, String name) {
        return page.locator(".g-file").filter(new Locator.FilterOptions().setHasText(name));
    }

    static Locator field(Page page, String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }
}
