package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An administrator keeps the companies on one page, and brings many in from a spreadsheet after a look at each line. */
class CompaniesJourney extends Journey {

    private static final String ADMIN = "admin@guiche.example";
    private static final String SAVED = "Salvo. A mudança vale desde já.";

    private final String mark =
            "Q" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @Test
    void anAdministratorAddsACompanyWithItsServicesAndProjectsAndClosesIt() {
        var admin = as(ADMIN).open("/partners/companies");
        admin.sees("Empresas").stepInEveryLook("list");
        add(admin);
        services(admin);
        projects(admin);
        close(admin);
    }

    private void add(Visitor admin) {
        var page = admin.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Nova").setExact(true))
                .click();
        admin.sees("Nova empresa");
        field(page, "Nome").fill("Casa " + mark);
        field(page, "CNPJ").fill("12.345.678/0001-00");
        field(page, "Domínios de e-mail").fill("gmail.com");
        admin.click("Salvar");
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        admin.isAccessible().step("refused");
        field(page, "CNPJ").fill("");
        admin.click("Salvar");
        assertThat(page.locator(".ui-message-error").first())
                .containsText("Qualquer pessoa pode ter um e-mail em gmail.com");
        field(page, "Domínios de e-mail").fill(mark + ".com.br");
        field(page, "Endereço").fill("Rua das Figueiras, 10");
        admin.click("Salvar");
        assertThat(page.getByText(SAVED)).isVisible();
        admin.sees("Casa " + mark).stepInEveryLook("data");
    }

    private void services(Visitor admin) {
        var page = admin.page();
        var listed = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("q=[^&]*", "q=casa+é");
        admin.open(listed);
        tab(page, "Serviços e projetos");
        field(page, "Novo serviço").fill("Loja virtual");
        admin.click("Incluir serviço");
        assertThat(page.getByText(SAVED)).isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Loja virtual"))
                .click();
        field(page, "Nome do serviço").fill("Loja completa");
        page.locator("#serviceForm").getByText("Salvar").click();
        assertThat(page.getByText(SAVED)).isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Loja completa"))
                .click();
        page.onceDialog(Dialog::accept);
        admin.click("Encerrar serviço");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("casa é"); // one stays in the list that one was in
        assertThat(page.getByText(Pattern.compile("encerrado em \\d\\d/\\d\\d/\\d{4}")))
                .isVisible();
    }

    private void projects(Visitor admin) {
        var page = admin.page();
        field(page, "Novo projeto").fill("Portal do lojista");
        page.getByLabel("Concluído em").fill("2999-01-01");
        admin.click("Incluir projeto");
        assertThat(page.locator("#projectForm .ui-message-error").first()).containsText("não pode ser no futuro");
        page.getByLabel("Concluído em").fill("2026-03-02");
        admin.click("Incluir projeto");
        assertThat(page.getByText("concluído em 02/03/2026")).isVisible();
        admin.stepInEveryLook("services");
        tab(page, "Pessoas");
        assertThat(page.getByText("Ninguém ainda")).isVisible();
    }

    private void close(Visitor admin) {
        var page = admin.page();
        tab(page, "Dados");
        page.onceDialog(Dialog::accept);
        admin.click("Desativar empresa");
        assertThat(page.getByText("Esta empresa não recebe chamados novos.")).isVisible();
        tab(page, "Auditoria");
        assertThat(page.getByText("Empresa desativada · Casa " + mark)).isVisible();
        assertThat(page.getByText("Projeto incluído · Casa " + mark)).isVisible();
        admin.stepInEveryLook("audit");
        admin.open("/partners/companies?active=no&q=casa+" + mark.toLowerCase(Locale.ROOT));
        assertThat(page.locator("#rows a")).hasCount(1);
        assertThat(page.locator("#rows")).containsText("desativada");
        admin.open("/partners/companies?q=nenhuma+assim");
        assertThat(page.getByText("Nada corresponde à busca e aos filtros.")).isVisible();
    }

    @Test
    void aCompanyOfTheDemoIsFoundAndShowsItsPeople() {
        var admin = as(ADMIN).open("/partners/companies?q=casa+jatoba");
        admin.page().locator("#rows a").first().click();
        tab(admin.page(), "Pessoas");
        assertThat(admin.page().getByText("Joana Duarte")).isVisible();
        assertThat(admin.page().getByText("Gestor").first()).isVisible();
        admin.stepInEveryLook("people");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        var one = as(ADMIN).open("/partners/companies?company=%2B");
        field(one.page(), "Nome").fill("Dupla " + mark);
        one.click("Salvar");
        assertThat(one.page().getByText(SAVED)).isVisible();
        var other = as(ADMIN).open(one.page().url().replaceFirst("^https?://[^/]+", ""));
        field(other.page(), "Endereço").fill("Rua B");
        other.click("Salvar");
        assertThat(other.page().getByText(SAVED)).isVisible();

        field(one.page(), "Endereço").fill("Rua C");
        one.click("Salvar");

        assertThat(one.page().locator(".g-refusals .error")).isVisible();
        assertThat(field(one.page(), "Endereço")).hasValue("Rua C");
        one.isAccessible().step("stale");
    }

    @Test
    void aSpreadsheetIsLookedAtLineByLineAndThenBroughtIn() {
        var admin = as(ADMIN).open("/partners/import");
        admin.sees("Importar planilha").stepInEveryLook("import");
        var page = admin.page();
        send(
                page,
                "Nome;CNPJ;Domínio\nPadaria " + mark + ";;\n=1+1 " + mark + ";191;gmail.com\n",
                StandardCharsets.UTF_8);
        assertThat(page.getByText("Recusadas: 1")).isVisible();
        assertThat(page.getByText("coluna 2 (CNPJ): O CNPJ tem só 3 algarismos"))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Importar 1 linhas")))
                .hasCount(0);
        admin.stepInEveryLook("fates-refused");
        var report = page.waitForDownload(
                () -> page.getByText("Baixar linhas recusadas").click());
        Assertions.assertThat(report.path())
                .content(StandardCharsets.UTF_8)
                .startsWith("\uFEFFLinha;Nome;Coluna;")
                .contains("3;'=1+1 " + mark + ";coluna 2 (CNPJ);");

        page.getByText("Outro arquivo").click();
        send(
                page,
                "Nome;Endereço\nPão e Cia " + mark + ";Rua São João\nPadaria " + mark + ";\n",
                Charset.forName("windows-1252"));
        assertThat(page.getByText("em Windows-1252, separado por ponto e vírgula"))
                .isVisible();
        admin.stepInEveryLook("fates");
        admin.click("Importar 2 linhas");
        assertThat(page.getByText("Importado. Novas: 2. Mudadas: 0.")).isVisible();
        admin.open("/partners/companies?q=pao+" + mark);
        assertThat(page.locator("#rows")).containsText("Pão e Cia " + mark);
        people(admin);
    }

    private void people(Visitor admin) {
        var page = admin.open("/partners/import").page();
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("Pessoas"))
                .check();
        page.getByLabel("Ou cole as linhas da planilha")
                .fill("Nome\tE-mail\tEmpresa\tGestor\nLia " + mark + "\tlia@" + mark + ".example\tPadaria " + mark
                        + "\tsim\n");
        admin.click("Conferir");
        assertThat(page.getByText("texto colado: Pessoas, em UTF-8, separado por tabulação."))
                .isVisible();
        assertThat(page.getByText("Uma pessoa receberia um convite, que vale por sete dias."))
                .isVisible();
        assertThat(page.getByLabel("Convidar por e-mail quem for criado")).not().isChecked();
        page.getByLabel("Convidar por e-mail quem for criado").check();
        admin.stepInEveryLook("invitations");
        admin.click("Importar 1 linha");
        assertThat(page.getByText("Importado. Novas: 1. Mudadas: 0. Um convite foi enviado."))
                .isVisible();
    }

    private static void send(Page page, String text, Charset charset) {
        page.getByLabel("Arquivo").setInputFiles(new FilePayload("planilha.csv", "text/csv", text.getBytes(charset)));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Conferir"))
                .click();
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Partes da empresa"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                        AriaRole.TEXTBOX,
                        new GetByRoleOptions().setName(Pattern.compile("^" + label + "( \\(?opcional\\)?)?$")))
                .first();
    }
}
