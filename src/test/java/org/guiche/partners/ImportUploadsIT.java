package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file goes up from the page of imports, whatever is in it, and its refused lines come down as a table that does nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImportUploadsIT {

    private static final String BOUNDARY = "guiche-planilha";

    @ArquillianResource
    URL home;

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(Site site, String kind, byte[] content) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"kind\"", kind.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"../<b>planilha</b>.csv\"", content);
        part(body, "name=\"text\"", new byte[0]);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return site.send(site.request("/partners/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String path(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void refusedLinesComeDownAsATableThatDoesNothing() {
        var admin = Site.at(home).as("admin@guiche.example");
        var shown = path(
                send(admin, "COMPANIES", text("Nome;CNPJ\n=HYPERLINK(\"\"x\"\");12\n<script>alert(1)</script>;13\n")));

        var page = admin.get(shown);
        var report = admin.get(shown.replace("/partners/import?", "/partners/imports?"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)", "&lt;b&gt;planilha")
                .doesNotContain("<script>alert", "<b>planilha");
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(report.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment"));
        assertThat(report.body())
                .startsWith("\uFEFFLinha;")
                .contains(";\"'=HYPERLINK(")
                .doesNotContain("\n2;=");
    }

    @Test
    void aFileIsItsUploadersAlone() {
        var shown = path(
                send(Site.at(home).as("admin@guiche.example"), "COMPANIES", text("Nome\nSegredo de importação\n")));

        for (var person : new String[] {"talita@guiche.example", "joana@jatoba.example", "marina@mirante.example"}) {
            var site = Site.at(home).as(person);
            assertThat(site.get(shown).statusCode()).isEqualTo(403);
            assertThat(site.get(shown).body()).doesNotContain("Segredo");
            assertThat(site.get(shown.replace("/partners/import?", "/partners/imports?"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(site, "COMPANIES", text("Nome\nx\n")).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * 1024 * 1024 + 1, 5 * 1024 * 1024})
    void whatIsTooLargeIsRefused(int size) {
        var content = new byte[size];
        Arrays.fill(content, (byte) 'a');

        assertThat(send(Site.at(home).as("admin@guiche.example"), "COMPANIES", content)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void nothingSentLeadsBackAndWhatIsNoTableIsShownWithItsReason() {
        var admin = Site.at(home).as("admin@guiche.example");

        assertThat(path(send(admin, "COMPANIES", new byte[0]))).isEqualTo("/partners/import");
        var page = admin.get(path(send(admin, "NADA", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Linha 1: ");
    }
}
