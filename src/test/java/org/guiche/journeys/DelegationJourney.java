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

/** An administrator delegates a unit to an agent, who shapes it and nothing else, until it is taken away (ADR 34). */
class DelegationJourney extends Journey {

    private static final String NAME = "Experiência do cliente";
    private static final String AGENT = "Igor Sampaio";
    private static final String NO_DRAFT = "delete from units_form_draft";
    private static final String AS_BEFORE = """
            insert into units_form (unit_id, number, definition, published_at)
            select n.unit_id, n.number + 1, f.definition, now() from units_form f
            join (select unit_id, max(number) as number from units_form group by unit_id) n on n.unit_id = f.unit_id
            join units_unit u on u.id = f.unit_id
            where u.key = 'cx' and f.number = 1 and n.number > 1 and f.definition <> (select definition from units_form x
                where x.unit_id = n.unit_id and x.number = n.number)""";

    @AfterEach
    void theUnitIsAsItWas() {
        run(NO_DRAFT);
        run(AS_BEFORE);
        run("delete from accounts_delegation where unit = 'cx'");
        run("update units_status set public_name = name where public_name = 'Falta algo seu'");
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

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator person(Page page, String name) {
        return page.locator(".u-person").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void anAgentShapesTheUnitThatWasDelegatedUntilItIsTakenAway() {
        var admin = as("admin@guiche.example").open("/units/unit?unit=cx");
        var igor = as("igor@guiche.example").open("/tickets/workspace");
        assertThat(named(igor.page(), AriaRole.LINK, "Administração")).hasCount(0);

        give(admin);
        shape(igor);
        publish(igor);
        staysOut(igor);
        onThePersonsPage(admin);
        takeAway(admin, igor);
    }

    private static void give(Visitor admin) {
        var page = admin.page();
        assertThat(page.getByText("Só quem administra a instalação cuida desta unidade."))
                .isVisible();
        named(page, AriaRole.LINK, "Escolher").click();
        admin.sees("Administradores da unidade").stepInEveryLook("nobody");
        var words = page.getByLabel("Nome ou e-mail");
        words.fill("bruno");
        words.press("Enter");
        assertThat(page.getByText("Ninguém da equipe se chama assim")).isVisible();
        words.fill("igor");
        words.press("Enter");
        assertThat(person(page, AGENT)).isVisible();
        admin.stepInEveryLook("found");
        person(page, AGENT).getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(page.getByText("Incluído. A pessoa já pode mudar a unidade."))
                .isVisible();
        assertThat(person(page, AGENT)).containsText("Retirar");
        admin.stepInEveryLook("given");
    }

    private static void shape(Visitor igor) {
        var page = igor.open("/tickets/workspace").page();
        named(page, AriaRole.LINK, "Administração").first().click();
        igor.sees("Unidades e formulários");
        assertThat(page.locator(".u-table tbody")).containsText(NAME);
        assertThat(page.locator(".u-table tbody")).not().containsText("Loja");
        assertThat(named(page, AriaRole.LINK, "Nova unidade")).hasCount(0);
        assertThat(page.locator("#lists")).not().containsText("Pessoas");
        igor.stepInEveryLook("own-units");
        named(page, AriaRole.LINK, NAME).click();
        assertThat(page.getByLabel("Lugar na árvore")).isDisabled();
        assertThat(page.getByText(AGENT).first()).isVisible();
        assertThat(named(page, AriaRole.LINK, "Escolher")).hasCount(0);
        igor.stepInEveryLook("own-unit");
        named(page, AriaRole.LINK, "Pendente").click();
        page.getByLabel("Nome para o solicitante").fill("Falta algo seu");
        igor.click("Salvar");
        assertThat(page.getByText("Salvo. A mudança vale desde já.")).isVisible();
        assertThat(page.getByText("Falta algo seu")).isVisible();
        igor.open("/units/changes").sees("Histórico das unidades");
        assertThat(page.locator("#rows")).containsText(AGENT);
        igor.open("/units/sectors").sees("Equipes e setores");
        assertThat(page.getByText("Nenhum setor só seu")).isVisible();
        igor.stepInEveryLook("sectors");
        igor.open("/units/service").sees("Prazos e calendário").step("service");
    }

    private static void publish(Visitor igor) {
        var page = igor.open("/units/form?unit=cx").page();
        named(page, AriaRole.BUTTON, "Texto curto").click();
        var label = page.getByLabel("Rótulo");
        assertThat(label).isFocused();
        label.fill("Número do pedido");
        page.keyboard().press("Tab");
        Wizard.settled(page);
        page.locator("#publish").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publicar").setExact(true))
                .click();
        assertThat(page.getByText("publicada. Chamados novos já abrem com ela")).isVisible();
        igor.step("published");
    }

    /** What is not delegated: another unit is not there, what is the installation's is closed. */
    private static void staysOut(Visitor igor) {
        igor.expects(404).open("/units/form?unit=loja");
        assertThat(igor.page().getByText("Esta unidade de negócio não existe.")).isVisible();
        igor.step("another-unit");
        igor.expects(403).open("/units/exchange");
        assertThat(igor.page().getByText("Só quem administra a instalação").first())
                .isVisible();
        igor.open("/accounts/people").step("closed");
    }

    private static void onThePersonsPage(Visitor admin) {
        var page = admin.page();
        named(page, AriaRole.LINK, AGENT).click();
        admin.sees(AGENT);
        assertThat(page.getByText("Unidades que administra")).isVisible();
        assertThat(page.getByText("Unidade delegada").first()).isVisible();
        admin.stepInEveryLook("person");
        named(page, AriaRole.LINK, NAME).click();
        admin.sees("Administradores da unidade");
    }

    private static void takeAway(Visitor admin, Visitor igor) {
        var open = igor.open("/units/form?unit=cx").page();
        assertThat(named(open, AriaRole.BUTTON, "Texto curto")).isVisible();
        admin.page().onceDialog(dialog -> dialog.accept());
        person(admin.page(), AGENT).getByRole(AriaRole.BUTTON).click();
        assertThat(admin.page().getByText("Retirado. A pessoa não muda mais nada na unidade."))
                .isVisible();
        assertThat(admin.page().getByText("Ninguém ainda")).isVisible();

        igor.expects(403);
        named(open, AriaRole.BUTTON, "Texto curto").click();
        assertThat(open.getByText("Você não tem permissão para fazer isto.")).isVisible();
        igor.step("refused").open("/tickets/workspace");
        assertThat(named(open, AriaRole.LINK, "Administração")).hasCount(0);
    }
}
