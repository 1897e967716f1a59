package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.journeys.Wizard.choose;
import static org.guiche.journeys.Wizard.file;
import static org.guiche.journeys.Wizard.settled;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.regex.Pattern;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Test;

/** Files beside a request: picked, dropped, pasted; refused in words; taken back; never lost on the way. */
class UploadsJourney extends Journey {

    private static final Pattern FILE_ID = Pattern.compile("[0-9a-f-]{36}");
    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(UTF_8);

    @Test
    void filesArePickedDroppedAndPastedSeveralAtOnce() {
        var marina = atTheForm();
        var page = marina.page();

        pick(page, payload("tela.png", Samples.png()), payload("contrato.pdf", Samples.pdf()));
        there(page, "tela.png");
        there(page, "contrato.pdf");
        drop(page, "largada.png", Samples.picture("png", 2));
        there(page, "largada.png");
        paste(page, Samples.picture("png", 3));
        there(page, "imagem-colada-1.png");
        keeps(page, 4);
        marina.isAccessible().step("four-files");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Remover contrato.pdf"))
                .click();
        assertThat(file(page, "contrato.pdf")).hasCount(0);
        keeps(page, 3);

        saved(page);
        page.reload();
        for (var name : new String[] {"tela.png", "largada.png", "imagem-colada-1.png"}) {
            assertThat(file(page, name)).isVisible();
        }
        assertThat(file(page, "contrato.pdf")).hasCount(0);
        marina.stepInEveryLook("after-coming-back");

        var pasted = page.getByLabel("Descrição detalhada").locator("img");
        assertThat(pasted).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Remover imagem-colada-1.png"))
                .click();
        assertThat(pasted).hasCount(0);
        saved(page);
    }

    @Test
    void whatIsRefusedSaysWhyBesideItsOwnRowAndTheOthersGoOn() {
        var marina = atTheForm().expects(422).expects(413);
        var page = marina.page();

        pick(
                page,
                payload("pagina.png", PAGE),
                payload("macro.js", PAGE),
                payload("vazio.txt", new byte[0]),
                payload("grande.txt", Samples.letters(10_485_761)),
                payload("tela.png", Samples.png()));

        there(page, "tela.png");
        refused(page, "pagina.png", "O conteúdo não é o de um arquivo .png.");
        refused(page, "macro.js", "Este tipo de arquivo não é aceito.");
        refused(page, "vazio.txt", "O arquivo está vazio.");
        refused(page, "grande.txt", "limite de 10 MB");
        keeps(page, 1);
        marina.stepInEveryLook("refused");
    }

    @Test
    void aFileOnItsWayShowsHowFarItIsSurvivesARedrawAndIsWaitedFor() {
        var marina = atTheForm();
        var page = marina.page();
        slowly(page, 1_500_000);

        pick(page, payload("video.txt", Samples.letters(6_000_000)));
        assertThat(file(page, "video.txt").locator("progress")).isVisible();
        assertThat(file(page, "video.txt")).containsText(" de 5,7 MB");
        marina.step("on-its-way");
        choose(page, "Tipo de problema", "Erro ou comportamento estranho");
        assertThat(file(page, "video.txt").locator("progress")).isVisible();

        marina.click("Avançar");
        assertThat(page.getByText("Seguimos assim que os arquivos terminarem de subir."))
                .isVisible();
        assertThat(file(page, "video.txt").locator("progress")).hasCount(0);
        assertThat(page.getByText("Seguimos assim que")).hasCount(0);
        settled(page);
        keeps(page, 1);
        marina.step("arrived");
    }

    @Test
    void whoseSessionEndedIsToldSoBesideTheFile() {
        var marina = atTheForm();
        var page = marina.page();
        saved(page);
        page.context().clearCookies();

        pick(page, payload("tela.png", Samples.png()), payload("grande.txt", Samples.letters(5_000_000)));

        refused(page, "tela.png", "Sua sessão terminou");
        refused(page, "grande.txt", "Sua sessão terminou");
    }

    @Test
    void whatWasUploadedIsShownOnlyWhereItIsSafeAndNeverRunsAsAScript() {
        var marina = atTheForm();
        var page = marina.page();
        pick(
                page,
                payload("tela.png", Samples.png()),
                payload("roteiro.txt", "window.hacked = 1".getBytes(UTF_8)),
                payload("contrato.pdf", Samples.pdf()));
        there(page, "tela.png");
        there(page, "roteiro.txt");
        there(page, "contrato.pdf");

        assertDisposition(page, "tela.png", "inline");
        assertDisposition(page, "contrato.pdf", "inline");
        assertDisposition(page, "roteiro.txt", "attachment");
        marina.step("three-kinds");
        assertThat(page.evaluate("""
                id => new Promise(done => {
                  const script = document.createElement('script');
                  script.onload = () => done('ran');
                  script.onerror = () => done('refused');
                  script.src = '/attachments/' + id;
                  document.head.append(script);
                })""", id(page, "roteiro.txt"))).isEqualTo("refused");
        assertThat(page.evaluate("window.hacked")).isNull();
    }

    @Test
    void nobodyElseSeesOrRemovesAFileThatIsStillBeingWrittenWith() {
        var marina = atTheForm();
        pick(marina.page(), payload("segredo.txt", PAGE));
        there(marina.page(), "segredo.txt");
        var path = "/attachments/" + id(marina.page(), "segredo.txt");
        var home = marina.page().url().replaceFirst("/tickets/.*", "");

        for (var other : new String[] {"joana@jatoba.example", "carla@araca.example", "talita@guiche.example"}) {
            var request = as(other).page().request();
            assertThat(request.get(home + path).status()).as(other).isEqualTo(404);
            assertThat(request.delete(home + path.replace("attachments", "uploads"))
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(marina.page().request().get(home + path).status()).isEqualTo(200);
    }

    private static final String UNIT = "Parceiros";

    private Visitor atTheForm() {
        forgetFiles(opened());
        return opened();
    }

    private Visitor opened() {
        var marina = as("marina@mirante.example").open("/tickets/open");
        choose(marina.page(), "Abrir em nome de", "Casa Jatobá");
        choose(marina.page(), "Unidade de negócio", UNIT);
        return marina;
    }

    /** Of an earlier story's draft; in a window of its own, that may still ask for their pictures. */
    private static void forgetFiles(Visitor marina) {
        var remove = marina.page().locator("[data-uploads] [data-remove]");
        if (remove.count() > 0) {
            while (remove.count() > 0) {
                remove.first().click();
            }
            saved(marina.page());
        }
    }

    private static FilePayload payload(String name, byte[] bytes) {
        var type = name.endsWith(".png") ? "image/png" : name.endsWith(".pdf") ? "application/pdf" : "text/plain";
        return new FilePayload(name, type, bytes);
    }

    private static void pick(Page page, FilePayload... files) {
        page.getByLabel("Escolher arquivos para anexar").setInputFiles(files);
    }

    private static void drop(Page page, String name, byte[] bytes) {
        var data = page.evaluateHandle(
                TRANSFER, new Object[] {name, Base64.getEncoder().encodeToString(bytes)});
        var form = page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("[data-uploads]")));
        form.dispatchEvent("drop", java.util.Map.of("dataTransfer", data));
    }

    private static void paste(Page page, byte[] bytes) {
        page.getByLabel("Descrição detalhada").evaluate("""
                (element, bytes) => {
                  const data = new DataTransfer();
                  const file = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
                  data.items.add(new File([file], 'image.png', { type: 'image/png' }));
                  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""", Base64.getEncoder().encodeToString(bytes));
    }

    private static final String TRANSFER = """
            ([name, bytes]) => {
              const data = new DataTransfer();
              const file = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
              data.items.add(new File([file], name, { type: 'image/png' }));
              return data;
            }""";

    /** The browser sends that many bytes a second and no more. */
    private static void slowly(Page page, int bytesASecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesASecond);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    private static void there(Page page, String name) {
        assertThat(file(page, name)).hasAttribute("data-file", FILE_ID);
        settled(page);
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

    private static void refused(Page page, String name, String why) {
        assertThat(file(page, name).getByRole(AriaRole.ALERT)).containsText(why);
    }

    private static String id(Page page, String name) {
        return file(page, name).getAttribute("data-file");
    }

    /** So many files belong to what is written, as soon as what the page is saving is saved. */
    private static void keeps(Page page, int files) {
        assertThat(page.locator("[data-uploads] input[type=hidden]"))
                .hasValue(Pattern.compile("^" + FILE_ID + "(," + FILE_ID + "){" + (files - 1) + "}$"));
    }

    private static void assertDisposition(Page page, String name, String how) {
        var home = page.url().replaceFirst("/tickets/.*", "");
        var answer = page.request().get(home + "/attachments/" + id(page, name));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-disposition")).startsWith(how + ";");
        assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
    }
}
