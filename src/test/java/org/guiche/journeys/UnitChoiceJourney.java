package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Test;

/** Units are found where they are in the tree; and each says which files it takes. */
class UnitChoiceJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String UNIT = "Unidade de negócio";
    private static final String WAY = "Matriz › E-commerce";

    @Test
    void theListShowsTheTreeAndTheFieldTheWholeWay() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO);
        var page = wizard.page();
        wizard.combobox(UNIT).click();
        var place = page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(WAY));
        assertThat(place.getByRole(AriaRole.OPTION)).hasText(new String[] {"Parceiros"});
        wizard.visitor().isAccessible().step("tree");
        place.getByRole(AriaRole.OPTION).click();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.settled();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.visitor().on(Visitor.Screen.PHONE).in(ColorScheme.DARK);
        wizard.combobox(UNIT).click();
        assertThat(place.getByRole(AriaRole.OPTION)).isVisible();
        wizard.visitor().isAccessible().step("tree-on-a-phone");
        page.keyboard().press("Escape");

        wizard.visitor().on(Visitor.Screen.DESK).in(ColorScheme.LIGHT);
        wizard.combobox(UNIT).focus();
        page.keyboard().type("ER");
        assertThat(wizard.combobox(UNIT)).hasText("ERP");
        wizard.settled();
        page.keyboard().type("Pa");
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.settled();
        page.reload();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
    }

    @Test
    void aUnitWithAListOfFilesOfItsOwnSaysSoAndRefusesOthersByName() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose(UNIT, "Loja");
        var page = wizard.page();
        wizard.fill("Resumo do problema", "Nota rejeitada").fill("Descrição detalhada", "Rejeição 539.");
        wizard.attach("nota.txt", "539").saved();

        wizard.choose(UNIT, "ERP");
        assertThat(page.getByText("Só .csv .jpeg .jpg .pdf .png .ret .xls .xlsx .zip, até 10 MB cada"))
                .isVisible();
        assertThat(wizard.file("nota.txt")).isVisible();
        pick(page, "tela.mp4", "video/mp4", Samples.text("filme"));
        assertThat(wizard.file("tela.mp4")).containsText("Este tipo de arquivo não é aceito. Aceitos: .csv .jpeg");
        pick(page, "retorno.ret", "text/plain", Samples.text("02RETORNO01COBRANCA"));
        assertThat(wizard.file("retorno.ret").locator("progress")).hasCount(0);

        wizard.choose("Plataforma", "ERP Web").choose("Tema", "Relatórios");
        wizard.visitor().click("Avançar");
        var refusal = page.locator(".g-uploads .ui-message-error")
                .filter(new Locator.FilterOptions().setHasText("“nota.txt” não vai: a unidade ERP só aceita .csv"));
        assertThat(refusal).isVisible();
        assertThat(page.getByLabel("Escolher arquivos para anexar")).isFocused();
        wizard.visitor().stepInEveryLook("a-file-that-the-unit-refuses");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Remover nota.txt"))
                .click();
        wizard.settled().toContact().advance("Tudo pronto para enviar").send();
    }

    private static void pick(Page page, String name, String type, byte[] bytes) {
        page.getByLabel("Escolher arquivos para anexar").setInputFiles(new FilePayload(name, type, bytes));
    }
}
