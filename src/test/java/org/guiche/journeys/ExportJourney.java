package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.guiche.shared.CsvText;
import org.junit.jupiter.api.Test;

/** From what is on the page to a file that one can keep, reckon with and send on (PRODUCT 9). */
class ExportJourney extends Journey {

    private static final String DASHBOARD = "/reporting/dashboard?periodo=7";

    @Test
    void aSupervisorTakesTheFiguresIntoASpreadsheetWithoutTheMouse() throws IOException {
        var talita = as("talita@guiche.example").open(DASHBOARD).sees("Painel");
        var page = talita.page();
        var created = created(page);

        page.locator("summary", new Page.LocatorOptions().setHasText("Exportar"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(link(page, "Planilha (XLSX)")).isVisible();
        talita.stepInEveryLook("menu");
        page.keyboard().press("Tab");
        assertThat(link(page, "Planilha (XLSX)")).isFocused();
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));

        assertThat(file.suggestedFilename()).matches("painel-\\d{4}-\\d\\d-\\d\\d-\\d{4}-\\d\\d-\\d\\d\\.xlsx");
        try (var book = new ReadableWorkbook(file.path().toFile())) {
            var figures = book.getFirstSheet();
            assertThat(figures.getName()).isEqualTo("Números do período");
            var rows = figures.read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Painel");
            assertThat(rows).anySatisfy(row -> {
                assertThat(row.getCellText(0)).isEqualTo("Criados");
                assertThat(row.getCell(1).asNumber()).isEqualByComparingTo(created);
            });
            assertThat(rows).anySatisfy(row -> assertThat(row.getCellText(0)).isEqualTo("Exportado por"));
            assertThat(book.getSheets().map(sheet -> sheet.getName())).contains("Por setor", "Satisfação");
        }
    }

    @Test
    void theTicketsBehindAFigureComeAsCsv() throws IOException {
        var talita = as("talita@guiche.example").open("/reporting/tickets?figura=created&periodo=7&unidade=loja");
        var page = talita.page();
        var code = page.locator("tbody a").first().textContent().strip();

        var csv = CsvText.of(
                        Files.readAllBytes(download(page, "Dados brutos (CSV)").path()))
                .text();

        assertThat(csv).startsWith("Chamados\r\nChamados;Criados\r\nPeríodo;");
        assertThat(csv).contains("\r\nUnidade;", "\r\n" + code.replace("#", "") + ";");
    }

    @Test
    void aManagerTakesTheReportAlongOnThePhone() throws IOException {
        var joana = as("joana@jatoba.example")
                .on(Visitor.Screen.PHONE)
                .open(DASHBOARD)
                .sees("Painel");
        var page = joana.page();
        var created = created(page);

        page.locator("summary", new Page.LocatorOptions().setHasText("Exportar"))
                .click();
        var menu = page.locator(".g-menu[open] .ui-menu").boundingBox();
        assertThat(menu.x).isNotNegative();
        assertThat(menu.x + menu.width).isLessThanOrEqualTo(390);
        joana.step("phone").fitsTheScreen();
        var file = page.waitForDownload(() -> link(page, "Relatório (PDF)").click());

        try (var document = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Painel", "Exportado por: Joana", "Criados " + created);
            assertThat(text).doesNotContain("Setor", "Trocas de mãos");
        }
    }

    private static Download download(Page page, String kind) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Exportar"))
                .click();
        return page.waitForDownload(() -> link(page, kind).click());
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static String created(Page page) {
        return page.locator(".kpi").first().locator(".v").textContent().strip().replace(".", "");
    }
}
