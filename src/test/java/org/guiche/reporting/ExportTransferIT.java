package org.guiche.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A report comes over the line whole, or is seen not to be; and whoever asks for its head alone makes no work (ADR 40). */
@ExtendWith(ArquillianExtension.class)
class ExportTransferIT {

    private static final int TICKETS = 3_000;
    private static final int PRINTED = 600;
    private static final int PAGES = 4;
    private static final String DAYS = "from=" + ManyTickets.MARCH.from() + "&to=" + ManyTickets.MARCH.to();
    private static final String PAGE = "/reporting/export?figura=created&de=" + ManyTickets.MARCH.from() + "&ate="
            + ManyTickets.MARCH.to() + "&relatorio=%s&formato=%s";

    @ArquillianResource
    URL home;

    @Inject
    ManyTickets many;

    @Inject
    HeldReports reports;

    @AfterEach
    void thereAreNone() throws SQLException {
        many.remove();
    }

    /** What came of it: how many bytes, and whether they ended as an answer does. */
    private record Transfer(int status, long bytes, boolean whole) {}

    private Transfer fromTheApi(String format) {
        return read(Api.at(home).as("talita@guiche.example").open("reports/tickets?" + DAYS + "&format=" + format));
    }

    private static Transfer read(HttpResponse<InputStream> answer) {
        long bytes = 0;
        try (var body = answer.body()) {
            for (var some = body.readNBytes(1024); some.length > 0; some = body.readNBytes(1024)) {
                bytes += some.length;
            }
            return new Transfer(answer.statusCode(), bytes, true);
        } catch (IOException cutOff) {
            return new Transfer(answer.statusCode(), bytes, false);
        }
    }

    /** Word for word: what ends as it should ends with a chunk of nothing. */
    private Transfer fromThePage(String format) {
        var site = Site.at(home).as("talita@guiche.example");
        var answer = site.raw(
                "GET " + PAGE.formatted("tickets", format) + " HTTP/1.1",
                "Host: " + home.getHost() + ":" + home.getPort(),
                "Cookie: " + site.cookies());
        var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        var status = Integer.parseInt(head.split(" ", 3)[1]);
        if (status == 200) {
            assertThat(head).containsIgnoringCase("transfer-encoding: chunked");
        }
        return new Transfer(
                status, answer.getBytes(UTF_8).length - (long) head.length(), answer.endsWith("\r\n0\r\n\r\n"));
    }

    @Test
    void aTextThatTheDatabaseBreaksOffIsCutOff() throws Exception {
        many.add(TICKETS);

        isCutOff(reports.brokenAfter(PAGES, () -> fromTheApi("csv")));
        isCutOff(reports.brokenAfter(PAGES, () -> fromTheApi("json")));
        isCutOff(reports.brokenAfter(PAGES, () -> fromThePage("csv")));
        isWhole(fromTheApi("csv"));
        isWhole(fromThePage("csv"));
    }

    @Test
    void aWorkbookThatTheDatabaseBreaksOffIsCutOff() throws Exception {
        many.add(TICKETS);

        isCutOff(reports.brokenAfter(PAGES, () -> fromTheApi("xlsx")));
        isCutOff(reports.brokenAfter(PAGES, () -> fromThePage("xlsx")));
        isWhole(fromTheApi("xlsx"));
        isWhole(fromThePage("xlsx"));
    }

    private static void isCutOff(Transfer transfer) {
        assertThat(transfer.status()).isEqualTo(200);
        assertThat(transfer.bytes()).as("sent by then").isPositive();
        assertThat(transfer.whole()).as("looks whole").isFalse();
    }

    private static void isWhole(Transfer transfer) {
        assertThat(transfer.status()).isEqualTo(200);
        assertThat(transfer.whole()).as("looks whole").isTrue();
    }

    /** Nothing of it is sent before its last page is known. */
    @Test
    void aDocumentThatTheDatabaseBreaksOffIsAFault() throws Exception {
        many.add(PRINTED);

        assertThat(reports.brokenAfter(1, () -> fromTheApi("pdf")).status()).isEqualTo(500);
        assertThat(reports.brokenAfter(1, () -> fromThePage("pdf")).status()).isEqualTo(500);
        isWhole(fromTheApi("pdf"));
        isWhole(fromThePage("pdf"));
    }

    @Test
    void theHeadAloneSaysWhatWouldComeAndLooksNothingUp() throws Exception {
        var site = Site.at(home).as("talita@guiche.example");
        var api = Api.at(home).as("talita@guiche.example");

        for (var names : Map.of("tickets", "chamados", "dashboard", "painel").entrySet()) {
            var report = names.getKey();
            var ofThePage = reports.meanwhile(() ->
                    site.send(site.request(PAGE.formatted(report, "csv")).method("HEAD", BodyPublishers.noBody())));
            var ofTheApi = reports.meanwhile(() -> api.send(
                    "HEAD", "reports/" + report + "?" + DAYS + "&format=csv", BodyPublishers.noBody(), Map.of()));
            saysWhatWouldCome(ofThePage, names.getValue());
            saysWhatWouldCome(ofTheApi, names.getValue());
        }
    }

    private static void saysWhatWouldCome(HttpResponse<String> head, String name) {
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(head.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"%s-%s-%s.csv\""
                        .formatted(name, ManyTickets.MARCH.from(), ManyTickets.MARCH.to()));
    }

    @Test
    void theHeadAloneIsRefusedToWhomTheReportIs() {
        var bruno = Api.at(home).as("bruno@jatoba.example");
        var joana = Site.at(home).as("joana@jatoba.example");

        assertThat(bruno.send("HEAD", "reports/dashboard", BodyPublishers.noBody(), Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(joana.send(joana.request(PAGE.formatted("dashboard", "csv") + "&por=sector")
                                .method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }
}
