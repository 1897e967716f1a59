package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Test;

/** What people see of files that nobody may have: the requester, the agent, the administrator. What finds them is in {@code attachments.ScannerIT}. */
class VirusJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";

    @Test
    void aFileThatNobodyMayHaveSaysWhyAndIsNoLink() {
        var mark = UUID.randomUUID();
        var clean = sent("limpo.txt", text("limpo " + mark));
        var waiting = sent("espera.png", Samples.picture("png", mark.getLeastSignificantBits()));
        var infected = sent("virus-" + mark + ".txt", text("vírus " + mark));
        scanned(waiting, "scan = 'WAITING', scan_due_at = now()");
        scanned(infected, "scan = 'INFECTED', infection = 'Eicar-Test', scanned_at = now()");
        var code = opened(clean, waiting, infected);

        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code);
        says(bruno.page());
        assertThat(bruno.page().locator("#talk").getByText("Um arquivo foi bloqueado: vírus encontrado (Eicar-Test)"))
                .isVisible();
        bruno.stepInEveryLook("requester");

        var rafael = as("rafael@guiche.example").open("/tickets/workspace?code=" + code);
        says(rafael.page());
        rafael.stepInEveryLook("desk");

        var admin = as("admin@guiche.example").open("/attachments/scanner").sees("Vírus");
        assertThat(admin.page().getByText("Nenhum configurado: os arquivos não são verificados"))
                .isVisible();
        assertThat(admin.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("virus-" + mark)))
                .containsText("Eicar-Test");
        admin.stepInEveryLook("administrator");
        scanned(waiting, "scan = 'CLEAN', scan_due_at = null");
        bruno.open("/tickets/ticket?code=" + code);
        assertThat(file(bruno.page(), "espera.png").locator("img")).hasCount(1);
    }

    private static void says(Page page) {
        assertThat(file(page, "espera.png")).containsText("Em verificação");
        assertThat(file(page, "virus-")).containsText("Bloqueado: vírus encontrado");
        assertThat(page.locator("a.g-file")).hasCount(1);
        assertThat(page.locator(".g-file img")).hasCount(0);
    }

    private static Locator file(Page page, String name) {
        return page.locator(".g-file").filter(new Locator.FilterOptions().setHasText(name));
    }

    private String sent(String name, byte[] bytes) {
        var answer = Api.at(home).as(BRUNO).upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("uploadId");
    }

    private String opened(String... files) {
        var answer = Api.at(home).as(BRUNO).post("tickets", """
                {'unit':'loja','subject':'Com vírus','description':'Vejam os arquivos.','answers':{'pedido':'88121'},
                 'attachments':['%s']}""".formatted(String.join("','", files)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private static byte[] text(String words) {
        return words.getBytes(UTF_8);
    }

    private static void scanned(String file, String how) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("update attachments_content set " + how
                    + " where sha256 = (select sha256 from attachments_file where id = '" + file + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
