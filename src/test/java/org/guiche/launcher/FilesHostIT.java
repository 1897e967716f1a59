package org.guiche.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guiche.journeys.Chromium;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.guiche.support.SamplesOfPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Files under a host of their own, where nothing else is: what is in a file finds no session and no page there (SECURITY 28). */
class FilesHostIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String pages;
    private final String files;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    FilesHostIT() throws IOException {
        port = Launched.freePort();
        pages = "http://127.0.0.1:" + port;
        files = "http://localhost:" + port;
    }

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(folder, List.copyOf(Api.tokens()));
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whoMaySeeAFileIsSentToTheOtherHostForAWhileAndNobodyFindsAnythingElseThere() throws Exception {
        var node = started();
        var picture = Samples.png();
        var id = sent("tela.png", picture);
        opened(id);
        var bruno = new Browser(port, "http");
        bruno.signIn(BRUNO);

        var sent = bruno.get("/attachments/" + id);
        assertThat(sent.statusCode()).isEqualTo(302);
        var address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith(files + "/files/");
        var shown = get(address);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(picture);
        assertThat(header(shown, "Content-Disposition")).startsWith("inline");
        assertThat(header(shown, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(shown, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(get(address, "Range", "bytes=1-3").body())
                .isEqualTo(new byte[] {picture[1], picture[2], picture[3]});
        assertThat(header(get(byItself(bruno, pages, id)), "Content-Disposition"))
                .as("opened by itself")
                .startsWith("attachment");

        var paulo = new Browser(port, "http");
        paulo.signIn("paulo@aroeira.example");
        assertThat(paulo.get("/attachments/" + id).statusCode()).isEqualTo(404);
        assertThat(get(address.substring(0, address.length() - 8) + "AAAAAAAA").statusCode())
                .isEqualTo(404);
        assertThat(get(address.replace(files, pages)).statusCode()).isEqualTo(404);
        for (var path : List.of(
                "/",
                "/accounts/signin",
                "/api/v1/units",
                "/attachments/" + id,
                "/health/live",
                "/files/",
                "/files/..;/accounts/signin",
                "/files/%2e%2e/accounts/signin")) {
            var answer = get(files + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.body()).as(path).isEmpty();
        }
        assertThat(bruno.get("/tickets/mine")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains(
                        "img-src 'self' data: blob: " + files + ";",
                        "media-src 'self' " + files,
                        "frame-src 'self' " + files);

        Api.at(URI.create(pages + "/").toURL()).as("admin@guiche.example").post("demo/clock", "{'advance':'PT61M'}");
        assertThat(get(address).statusCode()).as("an hour later").isEqualTo(404);
        node.terminate();
        node.nothingIsLeft();
    }

    @Test
    void aBrowserShowsThemInsideTheTicket() throws Exception {
        var node = started();
        var code = opened(
                sent("vitrine.jpg", SamplesOfPictures.photo(800, 500, 1, 0xffcc00)),
                sent("comprovante.pdf", Samples.pdf()),
                sent("servidor.txt", "pedido 88121 recusado".getBytes(UTF_8)));
        try (var context = Chromium.get().newContext()) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            signIn(page);
            page.navigate(pages + "/tickets/ticket?code=" + code);
            page.locator("#talk a.g-file").first().focus();
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.querySelector('#seeing img').naturalWidth === 800");
            var shown = page.waitForResponse(
                    answer -> answer.request().isNavigationRequest()
                            && answer.url().startsWith(files + "/files/"),
                    () -> page.keyboard().press("ArrowRight"));
            assertThat(shown.status()).isEqualTo(200);
            page.keyboard().press("ArrowRight");
            page.waitForFunction(
                    "() => document.querySelector('#seeing pre')?.textContent === 'pedido 88121 recusado'");
            assertThat(context.cookies(files)).isEmpty();
            assertThat(complaints).isEmpty();
        }
        node.terminate();
        node.nothingIsLeft();
    }

    private Launched started() throws Exception {
        return Launched.in(
                        folder,
                        "guiche.http.port=" + port,
                        "guiche.demo=true",
                        "guiche.base.url=" + pages,
                        "guiche.attachments.host=" + files)
                .ready();
    }

    private Api bruno() throws MalformedURLException {
        return Api.at(URI.create(pages + "/").toURL()).as(BRUNO);
    }

    private String sent(String name, byte[] bytes) throws MalformedURLException {
        return Api.json(bruno().upload(name, bytes)).getString("uploadId");
    }

    private String opened(String... ids) throws MalformedURLException {
        var answer = bruno().post("tickets", """
                {'unit':'loja','subject':'Tela','description':'Veja.','answers':{'pedido':'88121'},'attachments':['%s']}""".formatted(String.join("','", ids)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private void signIn(Page page) {
        page.navigate(pages + "/accounts/signin");
        page.getByLabel("E-mail ou CPF").fill(BRUNO);
        page.locator("input[type=password]").fill("guiche-demo");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/accounts/signin"));
    }

    private static String byItself(Browser bruno, String pages, String id) throws Exception {
        var cookies = bruno.kept().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        var answer = get(pages + "/attachments/" + id, "Cookie", cookies, "Sec-Fetch-Dest", "document");
        return header(answer, "Location");
    }

    private static HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
