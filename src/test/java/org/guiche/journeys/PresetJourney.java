package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An administrator shapes a sixth unit without code, and a requester opens a ticket in it (REQUIREMENTS 7.5). */
class PresetJourney extends Journey {

    private static final String CARLA = "carla@araca.example";
    private static final String NAME = "Assistência técnica";

    @Test
    void anAdministratorAddsAUnitByPresetAdjustsAStatusAndARequesterOpensATicketInIt() {
        var admin = as("admin@guiche.example").open("/units/list");
        admin.sees("Unidades e formulários").stepInEveryLook("units");
        add(admin);
        adjust(admin);
        preview(admin);

        var wizard = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", NAME);
        wizard.fill("Resumo do problema", "Impressora parada").fill("Descrição detalhada", "Não puxa o papel.");
        wizard.toContact().advance("Tudo pronto para enviar").send();
        wizard.visitor().open("/tickets/mine");
        assertThat(wizard.page().getByText("Impressora parada").first()).isVisible();

        close(admin);
    }

    @Test
    void whatIsTypedIntoAUnitIsNotLostWithoutAWord() {
        var admin = as("admin@guiche.example").open("/units/unit?unit=loja");
        var page = admin.page();
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        field(page, "Nome").fill("Loja nova");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Equipes e setores"))
                .click();
        assertThat(field(page, "Nome")).hasValue("Loja nova");
        Assertions.assertThat(asked).containsExactly("beforeunload");

        field(page, "Nome").fill("Loja");
        admin.click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        Assertions.assertThat(asked).hasSize(1);
    }

    private static void add(Visitor admin) {
        var page = admin.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Nova unidade"))
                .click();
        admin.sees("Nova unidade").click("Criar unidade");
        assertThat(page.getByText("Dê um nome.").first()).isVisible();
        admin.stepInEveryLook("new");
        field(page, "Nome").fill(NAME);
        Wizard.choose(page, "Setor de entrada", "Suporte");
        page.getByLabel("Plataforma de lojas").check();
        admin.click("Criar unidade").sees(NAME);
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        admin.stepInEveryLook("unit");
    }

    private static void adjust(Visitor admin) {
        var page = admin.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Stand-by"))
                .click();
        admin.sees("Stand-by").stepInEveryLook("status");
        field(page, "Nome para o solicitante").fill("Com a oficina");
        field(page, "Avisa o solicitante a cada").fill("muito");
        admin.click("Salvar");
        assertThat(page.locator(".g-field .ui-message-error").first()).containsText("“muito” não é um número inteiro");
        field(page, "Avisa o solicitante a cada").fill("24");
        admin.click("Salvar").sees(NAME);
        assertThat(page.getByText("Com a oficina")).isVisible();
        assertThat(page.locator(".u-list .g-status")).hasCount(6); // changed, not added
    }

    private static void preview(Visitor admin) {
        var page = admin.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Comportar-se como…"))
                .click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Experiência do cliente"))
                .click();
        assertThat(page.getByText("O que muda com “Experiência do cliente”")).isVisible();
        assertThat(page.locator(".u-lines")).containsText("o agente");
        admin.stepInEveryLook("preset");
        admin.open("/units/changes?unit=assistencia-tecnica").sees("Histórico das unidades");
        assertThat(page.locator("#rows")).containsText("Avisa a cada");
        assertThat(page.locator("#rows")).containsText("24 horas corridas");
        assertThat(page.locator("#rows")).containsText("Helena Prado");
        admin.stepInEveryLook("changes");
    }

    private static void close(Visitor admin) {
        var page = admin.open("/units/unit?unit=assistencia-tecnica").page();
        page.getByLabel("Recebe chamados novos").uncheck();
        admin.click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        admin.open("/units/list");
        assertThat(page.getByText("encerrada").first()).isVisible();
    }

    @Test
    void theSectorsAndTheWholeConfigurationAreScreensToo() {
        var admin = as("admin@guiche.example").open("/units/sectors?sector=suporte");
        assertThat(field(admin.page(), "Nome")).hasValue("Suporte");
        assertThat(admin.page().getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Rafael Koga")))
                .isChecked();
        admin.stepInEveryLook("sectors");
        admin.open("/units/exchange").sees("Exportar e importar").stepInEveryLook("exchange");
        admin.page().locator("textarea").fill("{\"format\":\"guiche-1\",\"units\":[{\"key\":\"loja\"}]}");
        admin.click("Comparar");
        assertThat(admin.page().getByText("units[0].")).isVisible();
        assertThat(admin.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Aplicar tudo")))
                .hasCount(0);
        admin.isAccessible().step("refused");
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                        AriaRole.TEXTBOX,
                        new GetByRoleOptions().setName(Pattern.compile("^" + label + "( \\(opcional\\))?$")))
                .first();
    }
}
