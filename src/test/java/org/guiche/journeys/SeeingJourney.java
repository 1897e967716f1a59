package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.guiche.support.SamplesOfPictures;
import org.junit.jupiter.api.Test;

/** The files of a ticket seen inside it, by the keyboard; what runs in them and what they take is in {@code attachments.SeeingIT}. */
class SeeingJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";

    /** A film of a second of a square that goes from left to right. */
    private static final String FILM = """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
              const pen = canvas.getContext('2d');
              const chunks = [];
              const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/mp4;codecs=vp9' });
              recorder.ondataavailable = (event) => chunks.push(event.data);
              const ended = new Promise((resolve) => (recorder.onstop = resolve));
              recorder.start();
              for (let i = 0; i < 25; i++) {
                pen.fillStyle = '#2a4bd0';
                pen.fillRect(0, 0, 640, 360);
                pen.fillStyle = '#fff';
                pen.fillRect(i * 20, 140, 80, 80);
                await new Promise((resolve) => setTimeout(resolve, 40));
              }
              recorder.stop();
              await ended;
              const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
              let letters = '';
              bytes.forEach((each) => (letters += String.fromCharCode(each)));
              return btoa(letters);
            }""";

    @Test
    void picturePdfTableFilmArchiveAndTextAreSeenInTheTicketByTheKeyboard() {
        var bruno = as(BRUNO);
        var page = bruno.page();
        var code = opened(
                sent("vitrine.jpg", SamplesOfPictures.photo(1600, 1000, 1, 0xffcc00)),
                sent("comprovante.pdf", receipt()),
                sent("vendas.csv", table()),
                sent("gravacao.mp4", film(page)),
                sent("fotos.zip", Samples.zip(300_000, "loja/", "loja/fachada.jpg", "loja/vitrine.jpg", "leia-me.txt")),
                sent(
                        "servidor.txt",
                        "2026-11-26 10:00:01 pedido 88121 recusado\n".repeat(40).getBytes(UTF_8)),
                sent("contrato.docx", Samples.docx()));
        bruno.open("/tickets/ticket?code=" + code);
        assertThat(file(page, "vitrine.jpg").locator("img")).isVisible();
        bruno.stepInEveryLook("files");

        file(page, "vitrine.jpg").focus();
        page.keyboard().press("Enter");
        assertThat(seen(page).getByRole(AriaRole.HEADING)).hasText("vitrine.jpg");
        page.waitForFunction("() => document.querySelector('#seeing img').naturalWidth === 1600");
        bruno.stepInEveryLook("picture");
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.url().contains("/attachments/"),
                () -> next(page, "comprovante.pdf"));
        assertThat(seen(page).locator("iframe")).hasAttribute("src", Pattern.compile("/attachments/[0-9a-f-]{36}"));
        bruno.step("pdf");
        next(page, "vendas.csv");
        assertThat(seen(page).locator("tbody tr")).hasCount(3);
        assertThat(seen(page).getByRole(AriaRole.COLUMNHEADER).nth(1)).hasText("Município");
        assertThat(seen(page).getByRole(AriaRole.CELL).nth(1)).hasText("São José, “centro”");
        bruno.stepInEveryLook("table");
        next(page, "gravacao.mp4");
        page.waitForFunction("() => document.querySelector('#seeing video').readyState > 1");
        bruno.stepInEveryLook("film");
        next(page, "fotos.zip");
        assertThat(seen(page).locator("tbody tr")).hasCount(4);
        assertThat(seen(page)).containsText("4 itens dentro");
        assertThat(seen(page)).containsText("293 KB");
        bruno.stepInEveryLook("archive");
        next(page, "servidor.txt");
        assertThat(seen(page).locator("pre")).containsText("pedido 88121 recusado");
        bruno.stepInEveryLook("text");
        next(page, "vitrine.jpg");
        page.keyboard().press("ArrowLeft");
        assertThat(seen(page).getByRole(AriaRole.HEADING)).hasText("servidor.txt");

        page.keyboard().press("Escape");
        assertThat(seen(page)).isHidden();
        assertThat(file(page, "servidor.txt")).isFocused();

        var rafael = as("rafael@guiche.example").open("/tickets/workspace?code=" + code);
        file(rafael.page(), "vendas.csv").focus();
        rafael.page().keyboard().press("Enter");
        assertThat(seen(rafael.page()).locator("tbody tr")).hasCount(3);
        rafael.page().keyboard().press("j");
        assertThat(seen(rafael.page())).isVisible();
        rafael.stepInEveryLook("desk");
    }

    @Test
    void whoDownloadsAPhotoThatSaysWhereItWasTakenIsToldFirst() {
        var code = opened(sent(
                "fachada.jpg",
                SamplesOfPictures.photo(900, 600, 1, UUID.randomUUID().hashCode())));
        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code);
        var page = bruno.page();
        assertThat(file(page, "fachada.jpg").locator("img")).isVisible();
        file(page, "fachada.jpg").click();
        var save = seen(page).getByText("Baixar", new Locator.GetByTextOptions().setExact(true));

        save.click();
        assertThat(seen(page).getByRole(AriaRole.ALERT)).containsText("Esta foto diz onde foi tirada.");
        bruno.stepInEveryLook("located");
        seen(page).getByText("Não baixar").click();
        assertThat(seen(page).getByRole(AriaRole.ALERT)).isHidden();
        save.click();
        var download = page.waitForDownload(
                () -> seen(page).getByText("Baixar com o lugar").click());

        assertThat(download.suggestedFilename()).isEqualTo("fachada.jpg");
    }

    @Test
    void aPageThatIsOpenShowsASmallPictureAsSoonAsThereIsOne() {
        var id = sent("tela.png", Samples.picture("png", UUID.randomUUID().getLeastSignificantBits()));
        var code = opened(id);
        changed("update attachments_picture set thumb = null, thumb_type = null, due_at = null", id);
        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code);
        assertThat(file(bruno.page(), "tela.png")).isVisible();
        assertThat(file(bruno.page(), "tela.png").locator("img")).hasCount(0);
        bruno.page().waitForFunction("() => window.guiche.isLive()");

        changed("update attachments_picture set due_at = now(), tries = 0", id);

        assertThat(file(bruno.page(), "tela.png").locator("img")).isVisible();
    }

    private static void next(Page page, String name) {
        page.keyboard().press("ArrowRight");
        assertThat(seen(page).getByRole(AriaRole.HEADING)).hasText(name);
    }

    private static Locator seen(Page page) {
        return page.locator("#seeing");
    }

    private static Locator file(Page page, String name) {
        return page.locator("#talk a.g-file").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static byte[] film(Page page) {
        return Base64.getDecoder().decode((String) page.evaluate(FILM));
    }

    private static byte[] receipt() {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var sheet = new PDPage();
            document.addPage(sheet);
            try (var pen = new PDPageContentStream(document, sheet)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                pen.newLineAtOffset(72, 700);
                pen.showText("Comprovante do pedido 88121");
                pen.endText();
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] table() {
        return "Pedido;Município;Valor\n88121;São José, “centro”;1.234,50\n88122;Blumenau;99,90\n88123;Maceió;0,00\n"
                .getBytes(Charset.forName("windows-1252"));
    }

    private String sent(String name, byte[] bytes) {
        var answer = Api.at(home).as(BRUNO).upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("uploadId");
    }

    private String opened(String... files) {
        var answer = Api.at(home).as(BRUNO).post("tickets", """
                {'unit':'loja','subject':'Vitrine fora do ar','description':'Vejam os arquivos.','answers':{'pedido':'88121'},
                 'attachments':['%s']}""".formatted(String.join("','", files)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private static void changed(String how, String file) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    how + " where sha256 = (select sha256 from attachments_file where id = '" + file + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
