package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator makes an agent supervisor of one sector, then of a unit; the agent sees triage and team of these, and no more (ADR 36). */
class SupervisorJourney extends Journey {

    private static final String AGENT = "Igor Sampaio";
    private static final String ROLE = "Papel de cada pessoa neste setor";

    @AfterEach
    void nobodySupervisesASector() {
        run(
                "delete from units_sector_member where sector_id = (select id from units_sector where key = 'suporte') and person_id ="
                        + " (select id from accounts_person where email = 'igor@guiche.example')");
        run("delete from units_unit_supervisor");
        run("update units_revision set number = number + 1");
    }

    private static void run(String sql) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAgentIsMadeSupervisorOfASectorAndOfAUnitAndOfNothingElse() {
        var igor = as("igor@guiche.example").open("/tickets/availability").sees("Disponibilidade");
        assertThat(igor.page().locator("#team table")).hasCount(0);
        var admin = as("admin@guiche.example").open("/units/sectors?sector=suporte");

        becomesSupervisor(admin);
        seesTheTeam(igor, "Rafael Koga");
        sorts(igor);
        onThePersonsPage(admin);
        isTakenAway(admin, igor);
        supervisesAUnit(admin);
        seesTheTeam(igor, "Otávio Brandão");
    }

    private static void becomesSupervisor(Visitor admin) {
        var page = admin.page();
        assertThat(page.getByText(ROLE)).isVisible();
        page.getByLabel(AGENT, new Page.GetByLabelOptions().setExact(true)).check();
        admin.click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        admin.open("/units/sectors?sector=suporte");
        choose(page, AGENT, "Supervisor");
        admin.stepInEveryLook("roles").click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        admin.open("/units/changes").sees("Histórico das unidades");
        assertThat(page.locator("#rows")).containsText("Papel no setor › " + AGENT);
        assertThat(page.locator("#rows")).containsText("O do cadastro");
        admin.stepInEveryLook("history");
    }

    private static void choose(Page page, String person, String role) {
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(person))
                .click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(role).setExact(true))
                .click();
    }

    private static void seesTheTeam(Visitor igor, String member) {
        var page = igor.open("/tickets/availability").page();
        assertThat(page.locator("#team table")).containsText(member);
        assertThat(page.locator("#team table")).not().containsText("Helena Prado");
        igor.step("team-" + member.split(" ", -1)[0]);
    }

    private static void sorts(Visitor igor) {
        var page = igor.open("/tickets/triage").sees("Triagem").page();
        assertThat(page.getByText("Entrada · Suporte")).isVisible();
        var queues = new GetByRoleOptions().setName("Financeiro");
        assertThat(page.getByRole(AriaRole.LINK, queues)).hasCount(0);
        igor.step("triage");
    }

    private static void onThePersonsPage(Visitor admin) {
        var page = admin.open("/accounts/people?who=agent_n2").page();
        page.getByText(AGENT).first().click();
        assertThat(page.getByText("Setores em que trabalha")).isVisible();
        assertThat(page.locator(".u-list li")
                        .filter(new Locator.FilterOptions().setHasText("Suporte"))
                        .first())
                .containsText("Supervisor");
        assertThat(page.getByText("Papel em um setor mudado").first()).isVisible();
        admin.stepInEveryLook("person");
    }

    private static void isTakenAway(Visitor admin, Visitor igor) {
        admin.open("/units/sectors?sector=suporte");
        choose(admin.page(), AGENT, "Atendente N1");
        admin.click("Salvar");
        assertThat(admin.page().getByText("Salvo. A mudança vale desde já.")).isVisible();
        igor.open("/tickets/availability").sees("Disponibilidade");
        assertThat(igor.page().locator("#team table")).hasCount(0);
        igor.step("no-team");
    }

    private static void supervisesAUnit(Visitor admin) {
        var page = admin.open("/units/unit?unit=erp").page();
        assertThat(page.getByText("Ninguém só desta unidade.")).isVisible();
        page.locator("a[href*='/units/supervisors']").click();
        admin.sees("Supervisores da unidade").stepInEveryLook("unit");
        page.getByLabel(AGENT, new Page.GetByLabelOptions().setExact(true)).check();
        admin.click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        admin.stepInEveryLook("unit-named");
        admin.open("/units/unit?unit=erp").stepInEveryLook("unit-page");
        assertThat(page.getByText(AGENT).first()).isVisible();
    }
}
