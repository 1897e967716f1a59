package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** An administrator looks what files take. */
class StorageJourney extends Journey {

    @Test
    void anAdministratorSeesWhatFilesTakeAndHowMuchTheyMay() {
        send("pedido.txt", 40_000);
        send("medidas.csv", 9_000);
        var admin = as("admin@guiche.example").open("/attachments/scanner").sees("Vírus");
        var page = admin.page();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espaço"))
                .first()
                .click();

        admin.sees("Espaço");
        assertThat(page.getByText("No disco, sem repetir")).isVisible();
        assertThat(page.getByText("Limites: 2,0 GB por arquivo em partes")).isVisible();
        admin.stepInEveryLook("storage");
    }

    @Test
    void aPeriodThatIsTooLongIsRefusedInWords() {
        var admin = as("admin@guiche.example").open("/attachments/storage").sees("Prazo de guarda dos arquivos");
        var page = admin.page();

        period(page, "Loja").fill("400000");
        save(page, "Loja");
        assertThat(page.getByText("Para Loja o prazo vai de 1 a 36500 dias").first())
                .isVisible();
    }

    @Test
    void aPeriodIsKeptUntilItIsTakenBack() {
        var page = as("admin@guiche.example").open("/attachments/storage").page();

        for (var days : List.of("36500", "")) {
            period(page, "Agência").fill(days);
            save(page, "Agência");
            assertThat(page.getByText("O prazo foi salvo.").first()).isVisible();
            page.reload();

            assertThat(period(page, "Agência")).hasValue(days);
        }
    }

    private static Locator period(Page page, String unit) {
        return page.getByLabel("Por quantos dias " + unit + " guarda os arquivos");
    }

    private static void save(Page page, String unit) {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(period(page, unit)))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    private void send(String name, int size) {
        var bruno = Api.at(home).as("bruno@jatoba.example");
        var file = bruno.upload(name, "a;b\n".repeat(size / 4).getBytes(StandardCharsets.US_ASCII));
        var id = Api.json(file).getString("uploadId");
        var answer = bruno.post("tickets", """
                {'unit':'loja','subject':'Com arquivo','description':'Segue.','answers':{'pedido':'88121'},
                 'attachments':['%s']}""".formatted(id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
