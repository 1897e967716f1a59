package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the report on the page to the same report every Monday in the mail, and back (PRODUCT 9). */
class ScheduleJourney extends Journey {

    @Test
    void aSupervisorHasTheReportSentEveryMondayAndEndsIt() {
        var talita = as("talita@guiche.example")
                .open("/reporting/dashboard?periodo=30&setor=marketing")
                .sees("Painel");
        var page = talita.page();
        menu(page).click();
        assertThat(link(page, "Receber toda segunda, 9h")).isVisible();
        talita.stepInEveryLook("menu");
        link(page, "Receber toda segunda, 9h").click();

        talita.sees("Relatórios por e-mail");
        assertThat(page.locator("#this-title")).hasText("Painel · Setor: Marketing");
        assertThat(page.getByText("Você ainda não recebe nenhum relatório")).isVisible();
        talita.stepInEveryLook("form");
        button(page, "Receber").click();

        assertThat(page.locator(".rp-sent li"))
                .hasText(Pattern.compile("Setor: Marketing.*Toda segunda, 9h · próximo em"));
        talita.stepInEveryLook("sent");
        talita.open("/reporting/dashboard?setor=marketing&periodo=7");
        menu(page).click();
        link(page, "Você recebe toda segunda, 9h").click();
        button(page, "Não receber mais").click();
        assertThat(page.getByText("Você ainda não recebe nenhum relatório")).isVisible();
        assertThat(button(page, "Não receber mais")).hasCount(0);
    }

    @Test
    void aManagerDoesTheSameOnThePhone() {
        var joana =
                as("joana@jatoba.example").on(Visitor.Screen.PHONE).open("/reporting/tickets?figura=created&periodo=7");
        var page = joana.page();
        menu(page).click();
        link(page, "Receber toda segunda, 9h").click();
        joana.sees("Relatórios por e-mail");
        assertThat(page.locator("#this-title")).hasText("Chamados · Criados");
        button(page, "Receber").click();
        assertThat(page.locator(".rp-sent li")).hasCount(1);
        joana.step("phone").fitsTheScreen();
        button(page, "Não receber mais").click();
        assertThat(page.locator(".rp-sent li")).hasCount(0);
    }

    private static Locator menu(Page page) {
        return page.locator("summary", new Page.LocatorOptions().setHasText("Exportar"));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
