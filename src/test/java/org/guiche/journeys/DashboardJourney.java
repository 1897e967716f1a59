package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Whether promises are kept, at one glance; and from each figure to its tickets (PRODUCT 9). */
class DashboardJourney extends Journey {

    /** Whether what is open is drawn in the colour that the theme has for it now. */
    private static final String INK = """
            () => Object.values(PrimeFaces.widgets).filter(one => one.chart && one.chart.options.indexAxis === 'y').every(one =>
                one.chart.getDatasetMeta(0).data[0].options.backgroundColor
                    === getComputedStyle(document.documentElement).getPropertyValue('--st-aberto').trim())""";

    private static final double A_MINUTE = 60_000;
    private static final String DASHBOARD = "/reporting/dashboard";

    @Test
    void aSupervisorGoesFromAFigureToItsTicketsAndBack() {
        var talita = as("talita@guiche.example").open(DASHBOARD).sees("Painel");
        var page = talita.page();
        assertThat(page.getByText(Pattern.compile("^Números de "))).isVisible();
        assertThat(page.locator(".kpi").first()).containsText("Criados");
        talita.stepInEveryLook("dashboard");
        page.waitForFunction(INK); // light again after the dark

        var flow = page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Criados e resolvidos").setExact(true));
        flow.locator("summary").focus();
        page.keyboard().press("Enter"); // no mouse is needed for what the chart says
        assertThat(flow.getByRole(AriaRole.COLUMNHEADER, named("Resolvidos"))).isVisible();

        var created = page.locator(".kpi").first().getByRole(AriaRole.LINK);
        var number = created.textContent().strip();
        assertThat(page.locator(".rp-all").getByRole(AriaRole.LINK)).hasText(number);
        created.click();
        talita.sees(page.locator("h1").textContent());
        assertThat(page.locator("h1")).containsText("Criados: ");
        assertThat(page.locator("tbody tr")).hasCount(Math.min(50, Integer.parseInt(number.replace(".", ""))));
        talita.stepInEveryLook("tickets-behind");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voltar ao painel"))
                .click();
        talita.sees("Painel");
        page.getByLabel("Setor").first().selectOption("Marketing");
        assertThat(page).hasURL(Pattern.compile("setor=marketing"));
        page.getByLabel("Uma linha para cada").selectOption("Analista");
        assertThat(page).hasURL(Pattern.compile("setor=marketing.*por=agent|por=agent.*setor=marketing"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Por analista")))
                .isVisible();
        talita.step("by-agent");
    }

    @Test
    void aReportIsKeptUnderANameAndGivenToOthersByItsAddress() {
        var talita = as("talita@guiche.example").open(DASHBOARD + "?periodo=30&setor=marketing");
        var page = talita.page();
        var shelf = page.locator("summary", new Page.LocatorOptions().setHasText("Visões"));
        shelf.click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Guardar").setExact(true))
                .click();
        assertThat(page.getByText("Dê um nome de até 60 letras à visão.").first())
                .isVisible();
        page.getByLabel("Nome da visão").fill("Marketing do mês");
        talita.stepInEveryLook("views");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Guardar").setExact(true))
                .click();

        assertThat(page).hasURL(Pattern.compile("periodo=30&setor=marketing|setor=marketing&periodo=30"));
        talita.open(DASHBOARD);
        shelf.click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Marketing do mês"))
                .click();
        assertThat(page).hasURL(Pattern.compile("setor=marketing"));
        assertThat(page.getByLabel("Setor").first()).hasValue("marketing");

        shelf.click();
        assertThat(page.locator(".rp-shelf [data-copy]"))
                .hasAttribute("data-copy", Pattern.compile("/reporting/dashboard\\?.*setor=marketing"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Não guardar mais"))
                .click();
        shelf.click();
        assertThat(page.getByText("Guarde aqui os recortes")).isVisible();
    }

    @Test
    void whatSomebodyOpensIsInTheFiguresOfThoseWhoMaySeeIt() {
        var joana = as("joana@jatoba.example")
                .open(DASHBOARD + "?periodo=7&unidade=loja")
                .sees("Painel");
        var before = created(joana);
        Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {"unit": "loja", "subject": "Conta no painel", "description": "Conta.", "answers": {"pedido": "88121"}}""");

        // the figures are seconds behind, never a minute
        joana.page()
                .waitForCondition(
                        () -> {
                            joana.open(DASHBOARD + "?periodo=7&unidade=loja");
                            return created(joana) == before + 1;
                        },
                        new Page.WaitForConditionOptions().setTimeout(A_MINUTE));
        joana.stepInEveryLook("company");
        assertThat(joana.page().getByLabel("Setor")).hasCount(0); // sectors and agents are the staff's own
    }

    @Test
    void aTargetIsATickInEveryBarAndSaysWhetherItWasReached() {
        var talita =
                as("talita@guiche.example").open(DASHBOARD + "?periodo=365").sees("Painel");
        var page = talita.page();
        assertThat(page.locator(".rp-tick")).hasCount(0);

        page.getByLabel("Meta, %").fill("92");
        page.getByLabel("Meta, %").press("Enter");

        assertThat(page).hasURL(Pattern.compile("meta=92"));
        assertThat(page.locator(".kpi").nth(2)).containsText("meta 92%, ");
        assertThat(page.locator(".rp-tick").first()).hasAttribute("x", "91");
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText(Pattern.compile("na meta|abaixo")))
                        .first())
                .isVisible();
        talita.stepInEveryLook("target");
    }

    private static int created(Visitor visitor) {
        return Integer.parseInt(visitor.page()
                .locator(".kpi")
                .first()
                .locator(".v")
                .textContent()
                .strip()
                .replace(".", ""));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
