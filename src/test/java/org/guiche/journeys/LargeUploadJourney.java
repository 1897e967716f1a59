package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.journeys.Wizard.choose;
import static org.guiche.journeys.Wizard.file;
import static org.guiche.journeys.Wizard.settled;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file too large for one go: offered in pieces where it is refused, paused, cut off, found again, and whole in the end. */
class LargeUploadJourney extends Journey {

    private static final Pattern FILE_ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String PIECES = "**/uploads/large/*";
    private static final int SIZE = 30_000_000;

    @TempDir
    Path folder;

    @Test
    void aFileThatIsTooLargeIsOfferedInPiecesAndComesWholeThroughPausesAndBreaks() throws IOException {
        var marina = atTheForm();
        var page = marina.page();
        var begun = new AtomicInteger();
        page.onRequest(request ->
                begun.addAndGet(request.method().equals("POST") && request.url().endsWith("/uploads/large") ? 1 : 0));
        assertThat(page.locator("script[src*='tus']")).hasCount(0);
        var line = line(page, 600_000);

        pick(page, letters("gravacao.txt"));
        assertThat(file(page, "gravacao.txt").getByRole(AriaRole.ALERT)).containsText("limite de 10 MB");
        marina.stepInEveryLook("offered");
        button(page, "Enviar em partes: gravacao.txt");
        assertThat(file(page, "gravacao.txt")).containsText(Pattern.compile("de 28,6 MB · [\\d,]+ [KM]B/s"));
        marina.step("on-its-way");

        button(page, "Pausar gravacao.txt");
        assertThat(file(page, "gravacao.txt")).containsText("Pausado em");
        marina.step("paused");
        page.route(PIECES, Route::abort);
        button(page, "Continuar gravacao.txt");
        assertThat(file(page, "gravacao.txt")).containsText("Tentando de novo");
        marina.step("no-answer");
        page.unroute(PIECES);
        offline(line, false, -1);

        assertThat(file(page, "gravacao.txt"))
                .hasAttribute(
                        "data-file",
                        FILE_ID,
                        new HasAttributeOptions().setTimeout(90_000)); // it tries ever more rarely
        settled(page);
        assertThat(page.locator("[data-uploads] input[type=hidden]")).hasValue(FILE_ID);
        assertThat(begun).as("one upload through all of it").hasValue(1);
        marina.stepInEveryLook("whole");
        var home = page.url().replaceFirst("/tickets/.*", "");
        var id = file(page, "gravacao.txt").getAttribute("data-file");
        assertThat(page.request().head(home + "/attachments/" + id).headers())
                .containsEntry("content-length", "" + SIZE);
    }

    @Test
    void aPageThatIsOpenedLaterFindsWhatWasBegunAndGoesOnWithIt() throws IOException {
        var marina = atTheForm();
        var page = marina.page();
        page.onDialog(Dialog::accept);
        var line = line(page, 600_000);
        var path = letters("retomada.txt");
        pick(page, path);
        page.waitForResponse(
                answer -> answer.request().method().equals("PATCH") && answer.status() == 204,
                () -> button(page, "Enviar em partes: retomada.txt"));

        page.reload();
        assertThat(file(page, "retomada.txt"))
                .containsText("de 28,6 MB já chegaram. Escolha o mesmo arquivo para continuar.");
        marina.stepInEveryLook("found-again");
        offline(line, false, -1);
        pick(page, path);

        assertThat(file(page, "retomada.txt")).hasCount(1);
        assertThat(file(page, "retomada.txt")).hasAttribute("data-file", FILE_ID);
        page.reload();
        assertThat(page.getByText("Escolha o mesmo arquivo")).hasCount(0);
    }

    @Test
    void whatIsRemovedOnItsWayIsGivenUp() throws IOException {
        var marina = atTheForm();
        var page = marina.page();
        line(page, 600_000);
        pick(page, letters("desistida.txt"));
        button(page, "Enviar em partes: desistida.txt");
        assertThat(file(page, "desistida.txt")).containsText("/s");

        var ended = page.waitForResponse(
                answer -> answer.request().method().equals("DELETE"), () -> button(page, "Remover desistida.txt"));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(file(page, "desistida.txt")).hasCount(0);
        page.reload();
        assertThat(page.getByText("Escolha o mesmo arquivo")).hasCount(0);
    }

    private Visitor atTheForm() {
        forgetFiles(opened()); // in a window of its own
        return opened();
    }

    private Visitor opened() {
        var marina = as("marina@mirante.example").open("/tickets/open");
        choose(marina.page(), "Abrir em nome de", "Casa Jatobá");
        choose(marina.page(), "Unidade de negócio", "Parceiros");
        return marina;
    }

    private static void forgetFiles(Visitor marina) {
        var remove = marina.page().locator("[data-uploads] [data-remove]");
        if (remove.count() > 0) {
            while (remove.count() > 0) {
                remove.first().click();
            }
            saved(marina.page());
        }
    }

    /** The draft that saves itself has, with all that is there now. */
    private static void saved(Page page) {
        var words = "r" + System.nanoTime();
        page.waitForResponse(
                answer -> String.valueOf(answer.request().postData()).matches("(?s).*render=wizard%3Asaved.*")
                        && String.valueOf(answer.request().postData()).contains(words),
                () -> page.getByLabel("Resumo do problema").fill(words));
        settled(page);
    }

    private Path letters(String name) throws IOException {
        return Files.write(folder.resolve(name), Samples.letters(SIZE));
    }

    private static void pick(Page page, Path path) {
        page.getByLabel("Escolher arquivos para anexar").setInputFiles(path);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    private static CDPSession line(Page page, int bytesASecond) {
        var line = page.context().newCDPSession(page);
        offline(line, false, bytesASecond);
        return line;
    }

    private static void offline(CDPSession line, boolean offline, int bytesASecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesASecond);
        line.send("Network.emulateNetworkConditions", conditions);
    }
}
