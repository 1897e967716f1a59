package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.pdf;
import static org.guiche.support.Samples.png;
import static org.guiche.support.Samples.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way out to programs: whole, in pieces, not at all; and never to anybody else (SECURITY 1, 8). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DownloadsIT {

    private static final byte[] LINES = text("linha de texto, sempre a mesma.\n".repeat(2000));

    @ArquillianResource
    URL home;

    @Test
    void aFileComesBackByteByByteAsADownloadUnderItsName() throws IOException {
        var answer = get(bruno(), uploaded("Relatório de março.pdf", pdf()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasBinaryContent(pdf());
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(pdf().length));
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Relatorio de marco.pdf\"; "
                        + "filename*=UTF-8''Relat%C3%B3rio%20de%20mar%C3%A7o.pdf");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagina.txt", "dados.csv", "loja.css"})
    void aPageInTheGuiseOfATextIsATextToSave(String name) {
        var answer = get(bruno(), uploaded(name, text("<html><script>alert(1)</script></html>")));

        assertThat(header(answer, "Content-Type")).startsWith("text/").doesNotContain("html");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void whoHasTheBytesAlreadyIsToldSo() {
        var id = uploaded("nota.txt", LINES);
        var tag = header(get(bruno(), id), "ETag");

        for (var tags : new String[] {tag, "\"outra\", " + tag, "W/" + tag, "*"}) {
            var again = get(bruno(), id, "If-None-Match", tags);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(again.body()).isEmpty();
        }
        assertThat(get(bruno(), id, "If-None-Match", "\"outra\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whatBrokeOffGoesOnWhereItDid() {
        var id = uploaded("nota.txt", LINES);

        var rest = get(bruno(), id, "Range", "bytes=1000-", "Accept-Encoding", "gzip");

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(header(rest, "Content-Range"))
                .isEqualTo("bytes 1000-%d/%d".formatted(LINES.length - 1, LINES.length));
        assertThat(rest.body()).hasBinaryContent(Arrays.copyOfRange(LINES, 1000, LINES.length));
    }

    @Test
    void aPieceOfOtherBytesIsNeverPutBehindTheOnesThatAreThere() {
        var id = uploaded("nota.txt", LINES);
        var tag = header(get(bruno(), id), "ETag");

        assertThat(get(bruno(), id, "Range", "bytes=0-9", "If-Range", tag).body())
                .hasBinaryContent(Arrays.copyOf(LINES, 10));
        assertThat(get(bruno(), id, "Range", "bytes=0-9", "If-Range", "\"outra\"")
                        .statusCode())
                .isEqualTo(200);
        var beyond = get(bruno(), id, "Range", "bytes=9999999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + LINES.length);
    }

    @Test
    void theHeadOfAnAnswerIsThatOfTheWhole() {
        var answer =
                bruno().send("HEAD", "attachments/" + uploaded("tela.png", png()), BodyPublishers.noBody(), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue(Integer.toString(png().length));
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carla@araca.example",
                "joana@jatoba.example",
                "marina@mirante.example",
                "rafael@guiche.example",
                "talita@guiche.example",
                "admin@guiche.example"
            })
    void anUploadThatNothingUsesExistsForItsOwnerOnly(String other) throws IOException {
        var id = uploaded("segredo.txt", LINES);
        var somebody = Api.at(home).as(other);

        var foreign = get(somebody, id);
        var missing = get(somebody, UUID.randomUUID().toString());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(new String(foreign.body().readAllBytes(), UTF_8))
                .isEqualTo(new String(missing.body().readAllBytes(), UTF_8));
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(missing.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "..%2f..%2fetc%2fpasswd", "null", "00000000-0000-0000-0000-00000000000g"})
    void whatIsNoFileIsNotFound(String id) {
        assertThat(get(bruno(), id).statusCode()).isIn(400, 404);
    }

    @Test
    void nobodyDownloadsWithoutSayingWhoItIs() {
        var id = uploaded("nota.txt", LINES);

        assertThat(get(Api.at(home), id).statusCode()).isEqualTo(401);
    }

    private Api bruno() {
        return Api.at(home).as("bruno@jatoba.example");
    }

    private String uploaded(String name, byte[] bytes) {
        var answer = bruno().upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("uploadId");
    }

    private static HttpResponse<InputStream> get(Api api, String id, String... headers) {
        return api.open("attachments/" + id, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
