package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator shapes a form: drags and types, tries it as others would, publishes it, and requesters see it. */
class FormDesignerJourney extends Journey {

    private static final String ADMIN = "admin@guiche.example";
    private static final String CARLA = "carla@araca.example";
    private static final String BRUNO = "bruno@jatoba.example";
    private static final String DESIGNER = "/units/form?unit=parceiros";

    private static final String NO_DRAFT = "delete from units_form_draft";
    private static final String AS_BEFORE = """
            insert into units_form (unit_id, number, definition, published_at)
            select n.unit_id, n.number + 1, f.definition, now() from units_form f
            join (select unit_id, max(number) as number from units_form group by unit_id) n on n.unit_id = f.unit_id
            where f.number = 1 and n.number > 1 and f.definition <> (select definition from units_form x
                where x.unit_id = n.unit_id and x.number = n.number)""";

    @BeforeEach
    void nobodyHasBegunADraft() {
        run(NO_DRAFT);
    }

    @AfterEach
    void theFormsAreAsTheyWere() {
        run(NO_DRAFT);
        run(AS_BEFORE);
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

    private Visitor designer() {
        var visitor = as(ADMIN).open(DESIGNER);
        assertThat(heading(visitor.page())).containsText("Matriz › E-commerce › Parceiros");
        return visitor;
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static Locator field(Page page, String key) {
        return page.locator(".ff[data-field=\"" + key + "\"]");
    }

    private static void choose(Page page, String key) {
        page.locator("#pick-" + key).click();
        assertThat(page.locator("#pick-" + key)).hasAttribute("aria-pressed", "true");
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static void label(Page page, String text) {
        var label = page.getByLabel("Rótulo");
        assertThat(label).isFocused();
        label.fill(text);
        page.keyboard().press("Tab");
        Wizard.settled(page);
    }

    @Test
    void aFieldIsDraggedAnotherTypedAndRequestersSeeThemOncePublished() {
        var admin = designer();
        var page = admin.page();
        assertThat(heading(page)).containsText("publicada");

        named(page, AriaRole.BUTTON, "Número")
                .dragTo(field(page, "pagina"), new Locator.DragToOptions().setTargetPosition(12, 12));
        label(page, "Número do pedido");
        assertThat(field(page, "numeroDoPedido")).hasAttribute("data-place", "3");
        assertThat(heading(page)).containsText("rascunho da versão");
        named(page, AriaRole.BUTTON, "Adicionar condição").click();
        page.getByLabel("Valores").getByLabel("Pagamentos › Pix").click();
        Wizard.settled(page);
        page.getByLabel("Valores").getByLabel("Marketing › Cupons").click();
        assertThat(field(page, "numeroDoPedido").locator(".ui-chip.cond"))
                .hasText("Módulo: Marketing › Cupons, Pagamentos › Pix");
        admin.step("dragged");

        named(page, AriaRole.BUTTON, "Texto curto").focus();
        page.keyboard().press("Enter");
        label(page, "REF do produto");
        page.locator("#pick-refDoProduto").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(field(page, "refDoProduto")).hasAttribute("data-place", "3");
        assertThat(page.locator("#pick-refDoProduto")).isFocused();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(field(page, "refDoProduto")).hasAttribute("data-place", "4");

        paste(admin);
        admin.stepInEveryLook("designed");
        tryAsPartner(admin);
        page.locator("#pick-pagina").focus();
        page.keyboard().press("Delete");
        assertThat(field(page, "pagina")).hasCount(0);
        var writing = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Parceiros");
        writing.choose("Tipo de problema", "Erro ou comportamento estranho");
        writing.fill("Endereço da página", "https://loja.example/carrinho").fill("Desde quando acontece", "2026-11-20");
        publish(admin);
        requesterSeesIt();
        writing.choose("Produto", "E-commerce");
        assertThat(writing.field("Endereço da página")).hasCount(0);
        assertThat(writing.field("Desde quando acontece")).hasValue("2026-11-20");
        writing.visitor().step("was-writing-meanwhile");
    }

    private static void paste(Visitor admin) {
        var page = admin.page();
        choose(page, "modulo");
        named(page, AriaRole.BUTTON, "colar da planilha").click();
        var rows = page.getByLabel("Linhas", new Page.GetByLabelOptions().setExact(true));
        rows.fill(
                "Produto\tMódulo\tSetor\nImpulse\tMarketing › Cupons\tMarketing\nImpulse\tVitrines\tMarketing\nNada\tX\tMarketing\nImpulse\tCampanhas\tVendas");
        page.keyboard().press("Tab");
        assertThat(page.getByText("2 linhas servem, 2 não servem")).isVisible();
        assertThat(page.getByText("Linha 4: “Nada” não é uma opção de “Produto”."))
                .isVisible();
        assertThat(page.getByText("Linha 5: o setor “Vendas” não existe.")).isVisible();
        page.getByLabel("Juntar às opções que já existem").check();
        admin.isAccessible().step("pasted");
        named(page, AriaRole.BUTTON, "Usar as linhas que servem").click();
        assertThat(page.locator("#paste-dialog")).isHidden();
        page.locator("details.fd-group summary")
                .filter(new Locator.FilterOptions().setHasText("Impulse"))
                .click();
        assertThat(page.locator("details.fd-group[open]")
                        .getByText("Vitrines", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static void tryAsPartner(Visitor admin) {
        var page = admin.page();
        page.getByText("Testar como…").click();
        named(page, AriaRole.LINK, "Parceiro").click();
        assertThat(heading(page)).containsText("Testar como parceiro");
        Wizard.choose(page, "Produto", "E-commerce");
        Wizard.choose(page, "Módulo", "Pagamentos › Pix");
        assertThat(page.getByText("O chamado iria para o setor Pagamento.")).isVisible();
        assertThat(page.getByLabel(Pattern.compile("^Número do pedido"))).isVisible();
        page.getByLabel(Pattern.compile("^Número do pedido")).fill("muitos");
        named(page, AriaRole.BUTTON, "Conferir").click();
        assertThat(page.locator(".g-field .ui-message-error")
                        .filter(new Locator.FilterOptions().setHasText("“Número do pedido” pede um número")))
                .isVisible();
        admin.isAccessible().step("tried-and-refused");
        Wizard.find(page, "Abrir em nome de", "casa jato", "Casa Jatobá");
        Wizard.choose(page, "Tipo de problema", "Dúvida de uso");
        page.getByLabel(Pattern.compile("^Número do pedido")).fill("100482");
        page.getByLabel("Resumo do problema").fill("Pix não confirma");
        named(page, AriaRole.BUTTON, "Conferir").click();
        assertThat(page.getByText("Tudo certo")).isVisible();
        assertThat(page.getByText("Agência de exemplo - Casa Jatobá - Pix não confirma"))
                .isVisible();
        admin.stepInEveryLook("tried");
        named(page, AriaRole.LINK, "Voltar ao formulário").click();
    }

    private static void publish(Visitor admin) {
        var page = admin.page();
        page.locator("#publish").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("Entra “Número do pedido”.")).isVisible();
        assertThat(dialog.getByText("Sai “Endereço da página”. Chamados antigos guardam a resposta."))
                .isVisible();
        assertThat(dialog.getByText("Opções de “Módulo”: 1 a mais, 0 a menos.")).isVisible();
        admin.isAccessible().step("summary");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publicar").setExact(true))
                .click();
        assertThat(page.getByText("publicada. Chamados novos já abrem com ela")).isVisible();
        assertThat(heading(page)).containsText("publicada");
        assertThat(page.locator("#publish")).hasCount(0);
        page.getByLabel("Mais opções").click();
        named(page, AriaRole.BUTTON, "Versões publicadas").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("por Helena Prado"))
                .isVisible();
        admin.isAccessible().step("versions");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Ver a versão 1").setExact(true))
                .click();
        assertThat(page.getByText("Você está vendo a versão 1 como foi publicada."))
                .isVisible();
        assertThat(field(page, "numeroDoPedido")).hasCount(0);
        admin.isAccessible().step("older");
        named(page, AriaRole.BUTTON, "Começar um rascunho por ela").click();
        assertThat(heading(page)).containsText("rascunho da versão");
        assertThat(field(page, "numeroDoPedido")).hasCount(0);
    }

    private void requesterSeesIt() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose("Unidade de negócio", "Parceiros");
        wizard.choose("Produto", "E-commerce").choose("Módulo", "Layout e temas");
        assertThat(wizard.field("REF do produto")).isVisible();
        assertThat(wizard.field("Número do pedido")).hasCount(0);
        wizard.choose("Módulo", "Pagamentos › Pix");
        assertThat(wizard.field("Número do pedido")).isVisible();
        wizard.visitor().step("requester");
    }

    @Test
    void whatForbidsToPublishIsNamedAtItsFieldAndUndone() {
        var admin = designer();
        var page = admin.page();
        choose(page, "produto");
        page.locator("#pick-produto").focus();
        page.keyboard().press("Delete");
        assertThat(field(page, "produto")).hasCount(0);
        assertThat(field(page, "modulo")).containsText("A condição pergunta por “produto”");
        page.locator("#publish").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Ainda não dá para publicar:");
        admin.isAccessible().step("refused");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("“Módulo”"))
                .first()
                .click();
        assertThat(page.locator("#pick-modulo")).isFocused();
        page.keyboard().press("Control+z");
        assertThat(field(page, "produto")).isVisible();
        assertThat(field(page, "modulo").locator(".ui-message")).hasCount(0);
        assertThat(heading(page)).containsText("publicada");
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldAndSeesTheOthersForm() {
        var here = designer();
        var there = designer();
        named(here.page(), AriaRole.BUTTON, "Data").click();
        label(here.page(), "Quando começou");
        named(there.page(), AriaRole.BUTTON, "Telefone").click();

        assertThat(there.page().getByRole(AriaRole.ALERT).first())
                .containsText("mudou este rascunho enquanto você trabalhava");
        assertThat(field(there.page(), "quandoComecou")).isVisible();
        assertThat(field(there.page(), "telefone")).hasCount(0);
        there.step("told");
        named(there.page(), AriaRole.BUTTON, "Telefone").click();
        assertThat(field(there.page(), "telefone")).isVisible();
        assertThat(there.page().getByRole(AriaRole.ALERT)).hasCount(0);
        there.page().getByLabel("Rótulo").fill(" ");
        there.page().keyboard().press("Tab");
        assertThat(there.page().getByText("Um rótulo tem de 1 a 120 letras.").first())
                .isVisible();
    }
}
