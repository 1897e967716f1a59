package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.joined;
import static org.guiche.support.Samples.padded;
import static org.guiche.support.Samples.picture;
import static org.guiche.support.Samples.text;

import jakarta.annotation.Resource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.guiche.support.SamplesOfPictures;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files seen inside a page: small pictures, texts, tables, lists of archives. Whatever is in a file, nothing of it runs and nothing of it takes more than it may. */
@ExtendWith(ArquillianExtension.class)
class SeeingIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String SANDBOX = "sandbox; default-src 'none'";

    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();

    @ArquillianResource
    URL home;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aPhotographIsMadeSmallAndUprightAndLosesWhereItWasTaken() {
        var photo = SamplesOfPictures.photo(1200, 800, 6, seed());
        assertThat(new String(photo, ISO_8859_1)).contains("Exif");

        var id = looked("foto.jpg", photo);
        var small = bytes(id, "/thumb");

        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(small, "Content-Security-Policy")).isEqualTo(SANDBOX);
        assertThat(header(small, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new String(small.body(), ISO_8859_1)).doesNotContain("Exif", "GPS");
        var points = SamplesOfPictures.read(small.body());
        assertThat(points.getWidth()).isEqualTo(171);
        assertThat(points.getHeight()).isEqualTo(256);
        assertThat(points.getRGB(85, 20) >> 16 & 0xff).as("red is on top").isGreaterThan(200);
        assertThat(points.getRGB(85, 235) & 0xff).as("blue is below").isGreaterThan(200);
        assertThat(bytes(id, "").body()).as("the original is as it came").isEqualTo(photo);
        assertThat(one("select located from attachments_picture where sha256 = ?1", id))
                .isEqualTo(true);
        assertThat(page(opened(id))).contains("/attachments/" + id + "/thumb").contains("data-located=\"yes\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpg"})
    void everyKindOfPictureIsMadeSmallAndSentOnce(String ending) {
        var id = looked("tela." + ending, picture(ending, seed()));
        var small = bytes(id, "/thumb");
        assertThat(SamplesOfPictures.read(small.body()).getWidth()).isEqualTo(16);

        var again = bytes(id, "/thumb", "If-None-Match", header(small, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(page(opened(id))).doesNotContain("data-located");
    }

    @Test
    void aPictureThatEndsTooEarlyKeepsItsIcon() {
        var whole = Samples.joined(SamplesOfPictures.bomb(300, 300, 3, seed()));
        var id = looked("cortada.png", Arrays.copyOf(whole, whole.length - 60));

        assertThat(bytes(id, "/thumb").statusCode()).isEqualTo(404);
        assertThat(page(opened(id))).contains("cortada.png").doesNotContain(id + "/thumb");
    }

    @Test
    void aPictureOfFewBytesThatUnfoldsToHundredsOfMegabytesIsMadeSmallInLittleMemory() {
        var id = looked("grande.png", SamplesOfPictures.bomb(9_900, 9_900, 4, seed()));

        assertThat(SamplesOfPictures.read(bytes(id, "/thumb").body()).getWidth())
                .isEqualTo(256);
    }

    @Test
    void aPictureOfFiftyThousandByFiftyThousandIsBytesToSaveAndNeverUnfolded() {
        var id = sent("bomba.png", SamplesOfPictures.bomb(50_000, 50_000, 1, seed()));
        var answer = bytes(id, "");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        assertThat(bytes(id, "/thumb").statusCode()).isEqualTo(404);
        assertThat(page(opened(id))).contains("bomba.png").doesNotContain("data-look");
    }

    @Test
    void aPictureOfOneVeryLongLineKeepsItsIcon() {
        var id = looked("linha.png", SamplesOfPictures.bomb(90_000_000, 1, 1, seed()));

        assertThat(bytes(id, "/thumb").statusCode()).isEqualTo(404);
    }

    @Test
    void aPictureThatIsAScriptAsWellIsAPictureOnlyAndSmallNotEvenThat() {
        var both = joined(picture("gif", seed()), text("*/=1;alert(document.cookie)//"));
        var id = looked("dois.gif", both);
        var answer = bytes(id, "");

        assertThat(header(answer, "Content-Type")).isEqualTo("image/gif");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(SANDBOX);
        assertThat(new String(bytes(id, "/thumb").body(), ISO_8859_1)).doesNotContain("alert");
    }

    @Test
    void aFileWithoutBytesAndOneThatLiesAreRefused() {
        assertThat(bruno().upload("vazio.png", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(bruno().upload("pagina.png", text("<html><script>alert(1)</script>"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aTextIsLettersWhateverIsInThem() {
        var page = "<html><script>alert('" + UUID.randomUUID() + "')</script>ação";
        var answer = bytes(sent("pagina.txt", text(page)), "/view");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(SANDBOX);
        assertThat(json(answer).getString("text")).isEqualTo(page);
        assertThat(json(answer).getBoolean("cut")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void aTextIsReadAsItWasWritten(String encoding) {
        var mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        var words = "Não há “aspas” aqui " + UUID.randomUUID();

        var view = view(sent("nota.txt", (mark + words).getBytes(Charset.forName(encoding))));

        assertThat(view.getString("text")).isEqualTo(words);
    }

    @Test
    void ofALongTextTheBeginningIsSeenAlsoWhereThatCutsALetterInTwo() {
        var view = view(sent("longo.txt", text("x" + "ção ".repeat(100_000))));

        assertThat(view.getBoolean("cut")).isTrue();
        assertThat(view.getString("text")).startsWith("xção ção").doesNotContain("Ã", "�");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"; ~ ;", "virgula ~ ,", "| ~ |"})
    void aTableIsRowsByTheSeparatorThatMakesThemAgree(String name, String separator) {
        var line = "a%s\"b %s c\"%s=1+1\n".formatted(separator, separator, separator);
        var view = view(sent(
                "dados.csv", text("Nome%sTexto%sValor\n".formatted(separator, separator) + line.repeat(600) + seed())));

        var rows = view.getJsonArray("rows");
        assertThat(rows).as(name).hasSize(500);
        assertThat(rows.getJsonArray(1).getValuesAs(JsonString.class))
                .extracting(JsonString::getString)
                .containsExactly("a", "b " + separator + " c", "=1+1");
        assertThat(view.getBoolean("cut")).isTrue();
    }

    @Test
    void anArchiveSaysWhatIsInItAndNothingOfItIsUnpacked() {
        var id = sent(
                "bomba.zip", Samples.zip(20L * 1024 * 1024, "a/0.bin", "<b>1</b>.bin", "gnp\u202e.exe", "t" + seed()));

        var entries = view(id).getJsonArray("entries").getValuesAs(JsonObject.class);

        assertThat(entries)
                .extracting(entry -> entry.getString("name"))
                .startsWith("a/0.bin", "<b>1</b>.bin", "gnp�.exe")
                .hasSize(4);
        assertThat(entries)
                .extracting(entry -> entry.getJsonNumber("size").longValue())
                .containsOnly(20L * 1024 * 1024);
    }

    @Test
    void ofAnArchiveWithAHundredThousandNamesAThousandAreSeen() {
        var view = view(sent("multidao.zip", SamplesOfPictures.crowd(100_000)));

        assertThat(view.getJsonArray("entries")).hasSize(1000);
        assertThat(view.getInt("count")).isEqualTo(100_000);
        assertThat(view.getBoolean("cut")).isTrue();
    }

    @Test
    void aNameWithoutEndIsCutAndAListThatIsNotWhereItShouldBeIsNoList() {
        var id = sent("nome.zip", Samples.zip(60, "n".repeat(60_000), "z" + seed()));
        assertThat(view(id).getJsonArray("entries").getJsonObject(0).getString("name"))
                .hasSize(301);

        var whole = Samples.zip(60, "q" + seed());
        assertThat(view(sent("cortado.zip", Arrays.copyOf(whole, whole.length - 30)))
                        .getBoolean("broken"))
                .isTrue();
        whole[whole.length - 3] = 0x7f;
        assertThat(view(sent("mentira.zip", whole)).getBoolean("broken")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"programa.exe", "tela.png", "nota.pdf"})
    void whatIsShownOtherwiseOrNotAtAllHasNoSuchView(String name) {
        var bytes = name.endsWith("exe")
                ? Samples.program()
                : name.endsWith("png") ? picture("png", seed()) : Samples.pdf();
        assertThat(bytes(sent(name, bytes), "/view").statusCode()).isEqualTo(404);
    }

    @Test
    void aPdfMayStandInAPageOfOursAndInNoOther() {
        var answer = bytes(sent("nota.pdf", Samples.pdf()), "");

        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(header(bytes(sent("tela.png", picture("png", seed())), ""), "X-Frame-Options"))
                .isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-1       | 206 | bytes 0-1/100000         | 2",
                "bytes=0-        | 206 | bytes 0-99999/100000     | 100000",
                "bytes=0-99999   | 206 | bytes 0-99999/100000     | 100000",
                "bytes=99000-    | 206 | bytes 99000-99999/100000 | 1000",
                "bytes=100000-   | 416 | bytes */100000           | 0"
            })
    void aFilmIsHadInThePiecesThatPlayersAskFor(String range, int status, String piece, int length) {
        var film = padded("000000186674797069736f6d0000020069736f6d69736f32", 100_000);

        var answer = bytes(sent("gravacao.mp4", film), "", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "Content-Range")).isEqualTo(piece);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.body()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"carla@araca.example", "joana@jatoba.example", "rafael@guiche.example", "admin@guiche.example"})
    void toAnybodyElseThereIsNeitherPictureNorView(String other) {
        var shown = looked("tela.png", picture("png", seed()));
        var written = sent("nota.txt", text("segredo " + UUID.randomUUID()));

        for (var path : new String[] {shown + "/thumb", written + "/view"}) {
            var foreign = asked(other, path);
            var missing = asked(other, UUID.randomUUID() + path.substring(36));
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).hasSameSizeAs(missing.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan = 'WAITING', scan_due_at = now()",
                "scan = 'INFECTED', infection = 'Eicar', scanned_at = now()"
            })
    void nobodySeesAnythingOfAFileThatNobodyMayHave(String state) throws Exception {
        var shown = looked("tela.png", picture("png", seed()));
        var written = sent("nota.txt", text("segredo " + UUID.randomUUID()));
        var code = opened(shown, written);
        transaction.begin();
        for (var id : new String[] {shown, written}) {
            em.createNativeQuery("update attachments_content set " + state
                            + " where sha256 = (select sha256 from attachments_file where id = cast(?1 as uuid))")
                    .setParameter(1, id)
                    .executeUpdate();
        }
        transaction.commit();

        assertThat(bytes(shown, "/thumb").statusCode()).isEqualTo(423);
        assertThat(bytes(written, "/view").statusCode()).isEqualTo(423);
        assertThat(page(code)).contains("tela.png").doesNotContain("data-look", "/thumb");
    }

    @Test
    void sameBytesAreDrawnOnce() {
        var bytes = picture("png", seed());
        var first = looked("um.png", bytes);
        var tries = one("select tries from attachments_picture where sha256 = ?1", first);

        var second = looked("dois.png", bytes);

        assertThat(bytes(second, "/thumb").statusCode()).isEqualTo(200);
        assertThat(one("select tries from attachments_picture where sha256 = ?1", second))
                .isEqualTo(tries)
                .isEqualTo(1);
    }

    private static int seed() {
        return UUID.randomUUID().hashCode();
    }

    private Site site(String who) {
        return SITES.computeIfAbsent(who, name -> Site.at(home).as(name));
    }

    private Api bruno() {
        return Api.at(home).as(BRUNO);
    }

    private String sent(String name, byte[] bytes) {
        var answer = bruno().upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("uploadId");
    }

    /** The same, and what is to be made of it is made. */
    private String looked(String name, byte[] bytes) {
        var id = sent(name, bytes);
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (one("select due_at is null from attachments_picture where sha256 = ?1", id)
                .equals(false)) {
            assertThat(System.nanoTime()).as("it was looked at in time").isLessThan(end);
            Thread.onSpinWait();
        }
        return id;
    }

    private Object one(String sql, String id) {
        var sha256 = em.createNativeQuery("select sha256 from attachments_file where id = cast(?1 as uuid)")
                .setParameter(1, id)
                .getSingleResult();
        return em.createNativeQuery(sql).setParameter(1, sha256).getSingleResult();
    }

    private String opened(String... files) {
        var answer = bruno().post("tickets", """
                {'unit':'loja','subject':'Com arquivos','description':'Veja.','answers':{'pedido':'88121'},'attachments':['%s']}""".formatted(String.join("','", files)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private String page(String code) {
        var page = site(BRUNO).get("/tickets/ticket?code=" + code).body();
        return page.substring(page.indexOf("id=\"talk\""), page.indexOf("id=\"write\""));
    }

    private JsonObject view(String id) {
        var answer = bytes(id, "/view");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static JsonObject json(HttpResponse<byte[]> answer) {
        try (var reader = Json.createReader(new StringReader(new String(answer.body(), UTF_8)))) {
            JsonValue value = reader.readValue();
            return value.asJsonObject();
        }
    }

    private HttpResponse<byte[]> bytes(String id, String part, String... headers) {
        return asked(BRUNO, id + part, headers);
    }

    private HttpResponse<byte[]> asked(String who, String path, String... headers) {
        var site = site(who);
        var request =
                HttpRequest.newBuilder(URI.create(home + "attachments/" + path)).header("Cookie", site.cookies());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
