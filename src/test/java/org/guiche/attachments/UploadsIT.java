package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the world sends them: names and contents that lie, too much, too little, cut off in the middle. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UploadsIT {

    private static final int LIMIT = 10_485_760;
    private static final byte[] TEXT = "Pedido 88121, frete não soma.\n".getBytes(UTF_8);

    @ArquillianResource
    URL home;

    private Api bruno() {
        return Api.at(home).as("bruno@jatoba.example");
    }

    @Test
    void anHonestFileIsKeptWithItsHashAndItsType() throws IOException {
        var answer = bruno().upload("tela.png", png());

        assertThat(answer.statusCode()).isEqualTo(201);
        var file = Api.json(answer);
        assertThat(file.getString("name")).isEqualTo("tela.png");
        assertThat(file.getString("type")).isEqualTo("image/png");
        assertThat(file.getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(file.getInt("size")).isEqualTo(png().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt        | passwd.txt",
                "C:\\Users\\ana\\Nota.TXT    | Nota.TXT",
                "nota\u202Etxt.exe.txt       | notatxt.exe.txt",
                "nota\u200B\uFEFF.txt        | nota.txt",
                "nota.txt. .                 | nota.txt",
                "aux<b>con?.txt              | aux_b_con_.txt",
                "  relatório   final.txt     | relatório final.txt",
            })
    void namesAreCleanedBeforeAnythingIsDecidedByThem(String sent, String kept) {
        var answer = bruno().upload(sent.replace("\\", "\\\\"), TEXT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Api.json(answer).getString("name")).isEqualTo(kept);
    }

    @Test
    void aVeryLongNameKeepsItsEnding() {
        var answer = bruno().upload("n".repeat(300) + ".txt", TEXT);

        assertThat(Api.json(answer).getString("name")).hasSize(150).endsWith(".txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pagina.html",
                "logo.svg",
                "macro.js",
                "nota.txt.htm",
                "semfim",
                ".txt",
                "script.php",
                "nota.tXt.sh"
            })
    void theLastEndingDecidesAndMustBePermitted(String name) {
        var answer = bruno().upload(name, TEXT);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).getString("detail")).contains("“" + name + "” não foi enviado.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", " . ", "/", "\u200B.\u200B"})
    void aNameOfNothingIsRefused(String name) {
        assertThat(bruno().upload(name, TEXT).statusCode()).isEqualTo(422);
    }

    @Test
    void contentThatIsNotWhatTheNameSaysIsRefused() throws IOException {
        assertRefused(bruno().upload("tela.png", "<html><script>alert(1)</script>".getBytes(UTF_8)));
        assertRefused(bruno().upload("tela.jpg", png()));
        assertRefused(bruno().upload("contrato.pdf", windowsProgram()));
        assertRefused(bruno().upload("nota.txt", windowsProgram()));
        assertRefused(bruno().upload("planilha.xlsx", TEXT));
        assertRefused(bruno().upload("tela.png", Arrays.copyOf(png(), 20)));
        assertRefused(
                bruno().upload("bruto.raw", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(UTF_8)));
        assertRefused(bruno().upload("video.mp4", zip()));
    }

    @Test
    void programsAndDiscsAreTakenWhereTheySayWhatTheyAre() throws IOException {
        assertThat(bruno().upload("instalador.exe", windowsProgram()).statusCode())
                .isEqualTo(201);
        assertThat(bruno().upload("fontes.zip", zip()).statusCode()).isEqualTo(201);
        assertThat(Api.json(bruno().upload("instalador.EXE", windowsProgram())).getString("type"))
                .isEqualTo("application/vnd.microsoft.portable-executable");
    }

    @Test
    void aPictureThatWouldUnfoldToGigabytesIsKeptButIsNoPictureAnyMore() throws IOException {
        var bomb = png();
        System.arraycopy(HexFormat.of().parseHex("0000ffff0000ffff"), 0, bomb, 16, 8); // 65,535 by 65,535

        assertThat(Api.json(bruno().upload("tela.png", bomb)).getString("type")).isEqualTo("application/octet-stream");
    }

    @Test
    void tenMegabytesAreTheLimitToTheByte() {
        assertThat(bruno().upload("inteiro.txt", letters(LIMIT)).statusCode()).isEqualTo(201);

        var answer = bruno().upload("demais.txt", letters(LIMIT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Api.json(answer).getString("detail")).contains("“demais.txt”", "10 MB");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(bruno().upload("vazio.txt", new byte[0]));
    }

    @Test
    void aBodyWithoutLengthIsTakenAsItComes() {
        var body = Api.joined(Api.part("file", "aos-poucos.txt", letters(300_000)));

        var answer = bruno().form(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Api.json(answer).getInt("size")).isEqualTo(300_000);
    }

    @Test
    void brokenFormsAreRefusedInWords() {
        var part = Api.part("file", "nota.txt", TEXT);

        assertRefused(bruno().multipart());
        assertRefused(bruno().multipart(Api.part("arquivo", "nota.txt", TEXT)));
        assertRefused(bruno().multipart(part, Api.part("file", "outra.txt", TEXT)));
        assertRefused(bruno().form(BodyPublishers.ofByteArray(Arrays.copyOf(part, part.length - 10))));
        assertRefused(bruno().form(BodyPublishers.ofByteArray(TEXT)));
        assertRefused(bruno().form(BodyPublishers.noBody()));
    }

    @Test
    void theSameKeyIsTheSameUpload() {
        var body = Api.joined(Api.part("file", "nota.txt", TEXT));
        var key = "envio-" + System.nanoTime();

        var first = bruno().form(BodyPublishers.ofByteArray(body), "Idempotency-Key", key);
        var second = bruno().form(BodyPublishers.ofByteArray(body), "Idempotency-Key", key);

        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void nobodyUploadsWithoutSayingWhoItIs() {
        assertThat(Api.at(home).upload("nota.txt", TEXT).statusCode()).isEqualTo(401);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Api.json(answer).getString("detail")).endsWith(".").doesNotContain("Exception", "attachments.");
    }

    private static byte[] letters(int count) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        new Random(7).ints(16 * 16).forEach(color -> image.setRGB((color & 15), (color >> 4) & 15, color));
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] windowsProgram() {
        var bytes = new byte[512];
        new Random(3).nextBytes(bytes);
        bytes[0] = 'M';
        bytes[1] = 'Z';
        return bytes;
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("leia.txt"));
            zip.write(TEXT);
        }
        return out.toByteArray();
    }
}
