package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.ApiPieces.START;
import static org.guiche.support.ApiPieces.checksum;
import static org.guiche.support.ApiPieces.sha256;
import static org.guiche.support.Samples.letters;
import static org.guiche.support.Samples.noise;
import static org.guiche.support.Samples.png;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large files in pieces, as tus 1.0 has it: what is told as received is there, and goes on from there (PRODUCT 6, S1-09). */
@ExtendWith(ArquillianExtension.class)
class LargeUploadsIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final byte[] FILM = film(11_000_000);
    private static final int HALF = 6_000_000;

    @ArquillianResource
    URL home;

    @Inject
    FolderStore store;

    @Inject
    RunningHashes hashes;

    @PersistenceContext
    EntityManager em;

    private ApiPieces bruno() {
        return new ApiPieces(Api.at(home).as(BRUNO));
    }

    @Test
    void whatIsSpokenIsSaidToWhoeverAsks() {
        var offer = Api.at(home).as(BRUNO).send("OPTIONS", START, BodyPublishers.noBody(), Map.of());

        assertThat(offer.statusCode()).isEqualTo(204);
        assertThat(header(offer, "Tus-Version")).isEqualTo("1.0.0");
        assertThat(header(offer, "Tus-Extension")).isEqualTo("creation,termination,checksum,expiration");
        assertThat(header(offer, "Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
        assertThat(header(offer, "Tus-Max-Size")).isEqualTo("2147483648");
    }

    @Test
    void aFileOfElevenMegabytesComesInTwoPiecesAndIsAFileLikeAnyOther() throws IOException {
        var bruno = bruno();
        var begun = bruno.begin("filme.mp4", FILM.length);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(header(begun, "Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(header(begun, "Upload-Offset")).isEqualTo("0");
        assertThat(header(begun, "Upload-Expires"))
                .matches("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT");
        assertThat(header(begun, "Location"))
                .endsWith("/api/v1/uploads/large/" + header(begun, "Location").replaceFirst(".*/", ""));
        var id = header(begun, "Location").replaceFirst(".*/", "");

        var first = bruno.piece(id, 0, Arrays.copyOf(FILM, HALF));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(header(first, "Upload-Offset")).isEqualTo("6000000");
        assertThat(header(first, "Upload-Expires")).isNotEmpty();
        var between = bruno.head(id);
        assertThat(between.statusCode()).isEqualTo(200);
        assertThat(header(between, "Upload-Offset")).isEqualTo("6000000");
        assertThat(header(between, "Upload-Length")).isEqualTo("11000000");
        assertThat(header(between, "Upload-Metadata")).isEqualTo("filename ZmlsbWUubXA0");
        assertThat(header(between, "Cache-Control")).contains("no-store");
        var last = bruno.piece(id, HALF, Arrays.copyOfRange(FILM, HALF, FILM.length));

        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        assertThat(header(last, "Upload-Offset")).isEqualTo("11000000");
        assertThat(bruno.offset(id)).isEqualTo(FILM.length);
        isKept(id, FILM);
        var ticket = Api.json(bruno.api().post("tickets", """
                {'unit':'loja','subject':'Filme','description':'Veja o filme.','answers':{'pedido':'88121'},'attachments':['%s']}""".formatted(id)));
        assertThat(ticket.getString("code")).isNotEmpty();
        assertThat(bruno.api().open("attachments/" + id).body()).hasBinaryContent(FILM);
        assertThat(bruno.end(id).statusCode()).as("a ticket uses it").isEqualTo(404);
    }

    @Test
    void afterARestartTheHashIsReadOnceAndIsTheSame() throws IOException {
        var bruno = bruno();
        var id = bruno.begun("filme.mp4", FILM.length);
        bruno.piece(id, 0, Arrays.copyOf(FILM, HALF));
        hashes.forget(UUID.fromString(id)); // as a process that began after that

        bruno.piece(id, HALF, Arrays.copyOfRange(FILM, HALF, FILM.length));

        isKept(id, FILM);
    }

    @Test
    void aWrongHashOnTheLastPieceAsksForThatPieceAgain() throws IOException {
        var bruno = bruno();
        var id = bruno.begun("filme.mp4", FILM.length);
        var first = Arrays.copyOf(FILM, HALF);
        var last = Arrays.copyOfRange(FILM, HALF, FILM.length);
        assertThat(bruno.piece(id, 0, first, "Upload-Checksum", checksum("sha256", first))
                        .statusCode())
                .isEqualTo(204);

        var wrong = bruno.piece(id, HALF, last, "Upload-Checksum", checksum("sha256", first));

        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(detail(wrong)).isEqualTo("Este pedaço chegou diferente do que saiu. Envie o pedaço de novo.");
        assertThat(header(wrong, "Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(bruno.offset(id)).isEqualTo(HALF);
        assertThat(bruno.piece(id, HALF, last, "Upload-Checksum", checksum("sha1", last))
                        .statusCode())
                .isEqualTo(204);
        isKept(id, FILM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tus-Resumable   | 0.2.2                     | 412",
                "Content-Type    | application/octet-stream  | 415",
                "Upload-Offset   | 3                         | 409",
                "Upload-Offset   | -1                        | 400",
                "Upload-Offset   | nada                      | 400",
                "Upload-Checksum | md5 AAAA                  | 400",
                "Upload-Checksum | sha256 ?                  | 400",
                "Upload-Checksum | sha256                    | 400"
            })
    void aPieceThatIsNotSaidRightIsRefusedInWordsAndChangesNothing(String header, String value, int status) {
        var bruno = bruno();
        var id = bruno.begun("nota.txt", 100);

        var answer = bruno.piece(id, 0, letters(10), header, value);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(detail(answer)).endsWith(".");
        assertThat(header(answer, "Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(bruno.offset(id)).isZero();
    }

    @Test
    void anUploadThatIsNotSaidRightDoesNotBegin() {
        var bruno = bruno();
        refused(bruno.begin("nota.txt", 10, "", "Tus-Resumable", "2.0.0"), 412, "1.0.0");
        refused(bruno.begin("vazio.txt", 0), 422, "O arquivo está vazio.");
        refused(bruno.begin("macro.js", 10), 422, "Este tipo de arquivo não é aceito.");
        refused(bruno.begin("...", 10), 422, "não tem letras nem números");
        refused(bruno.begin("enorme.mp4", 2_147_483_649L), 413, "O limite é 2048 MB por arquivo.");
        refused(bruno.begin("nota.txt", 10, "unit/nenhuma"), 404, "");
        refused(bruno.begin("nota.txt", 10, "contract"), 404, "");
        for (var length : new String[] {"-1", "muito", ""}) {
            var answer = bruno.api()
                    .send(
                            "POST",
                            START,
                            BodyPublishers.noBody(),
                            Map.of("Tus-Resumable", "1.0.0", "Upload-Length", length));
            refused(answer, 400, "Upload-Length");
        }
        var nameless = bruno.api()
                .send("POST", START, BodyPublishers.noBody(), Map.of("Tus-Resumable", "1.0.0", "Upload-Length", "5"));
        refused(nameless, 400, "Upload-Metadata");
    }

    @Test
    void moreBytesThanAnnouncedAreRefusedHoweverTheyCome() {
        var bruno = bruno();
        var id = bruno.begun("nota.txt", 100);

        refused(bruno.piece(id, 0, letters(101)), 422, "mais bytes do que foi anunciado");
        var unsaid = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(letters(200_000)));
        refused(bruno.piece(id, 0, unsaid), 422, "mais bytes do que foi anunciado");

        assertThat(bruno.offset(id)).isZero();
        assertThat(bruno.piece(id, 0, letters(100)).statusCode()).isEqualTo(204);
    }

    @Test
    void contentThatIsNotWhatTheNameSaysEndsTheUploadAsEarlyAsThatCanBeTold() {
        var bruno = bruno();
        var lie = bruno.begun("tela.png", FILM.length);
        refused(bruno.piece(lie, 0, Arrays.copyOf(FILM, 100_000)), 422, "O conteúdo não é o de um arquivo .png.");
        assertThat(bruno.head(lie).statusCode()).isEqualTo(404);

        var small = bruno.begun("tela.png", 20);
        assertThat(bruno.piece(small, 0, Arrays.copyOf(png(), 10)).statusCode()).isEqualTo(204);
        refused(
                bruno.piece(small, 10, Arrays.copyOfRange(png(), 10, 20)),
                422,
                "O conteúdo não é o de um arquivo .png.");
        assertThat(bruno.head(small).statusCode()).isEqualTo(404);
        assertThat(store.incoming.resolve("large").resolve(small)).doesNotExist();
    }

    @Test
    void ofTwoPiecesAtOnceOneIsSentAwayAndNothingIsMixed() throws Exception {
        var bruno = bruno();
        var id = bruno.begun("nota.txt", 300_000);
        var slow = new Slowly(letters(300_000), 150_000);
        var first = CompletableFuture.supplyAsync(() -> bruno.piece(id, 0, BodyPublishers.ofInputStream(() -> slow)));
        assertThat(slow.halfWay.await(20, TimeUnit.SECONDS)).isTrue();
        received(id);

        var second = bruno.piece(id, 0, new byte[1000]);

        refused(second, 423, "Outro pedaço deste arquivo está chegando agora.");
        assertThat(header(second, "Retry-After")).isEqualTo("2");
        slow.goOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        isKept(id, letters(300_000));
    }

    /** Many programs send all of a file in one piece; of which a server that is killed should not forget two gigabytes. */
    @Test
    void ofALongPieceWhatHasComeCountsWhileMoreComes() throws Exception {
        var bruno = bruno();
        var bytes = film((int) Receiving.COUNTED + 4_000_000);
        var id = bruno.begun("filme.mp4", bytes.length);
        var slow = new Slowly(bytes, (int) Receiving.COUNTED + 2_000_000);
        var all = CompletableFuture.supplyAsync(() -> bruno.piece(id, 0, BodyPublishers.ofInputStream(() -> slow)));
        assertThat(slow.halfWay.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(settledAt(id, Receiving.COUNTED)).isEqualTo(Receiving.COUNTED);

        slow.goOn.countDown();
        assertThat(all.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        isKept(id, bytes);
    }

    @Test
    void whatArrivedBeforeTheLineBrokeIsKeptAndGoneOnWith() throws Exception {
        var bruno = bruno();
        var id = bruno.begun("filme.mp4", FILM.length);
        breakOff(bruno, id, Arrays.copyOf(FILM, 3_000_000), "");

        var offset = settled(bruno, id, 1);
        assertThat(offset).isBetween(1L, 3_000_000L);
        bruno.piece(id, offset, Arrays.copyOfRange(FILM, (int) offset, FILM.length));

        isKept(id, FILM);
    }

    @Test
    void ofAPieceWithAHashNothingCountsUnlessAllOfItCame() throws Exception {
        var bruno = bruno();
        var id = bruno.begun("filme.mp4", FILM.length);
        breakOff(bruno, id, Arrays.copyOf(FILM, 3_000_000), "Upload-Checksum: " + checksum("sha256", FILM) + "\r\n");

        bruno.piece(id, settled(bruno, id, 0), FILM, "Upload-Checksum", checksum("sha256", FILM));

        isKept(id, FILM);
    }

    @Test
    void whenTheDiskIsFullThatIsSaidAndItGoesOnWhenThereIsRoom() throws IOException {
        var bruno = bruno();
        var id = bruno.begun("nota.txt", 200_000);
        var file = store.incoming.resolve("large").resolve(id);
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/full"));

        refused(
                bruno.piece(id, 0, letters(200_000)),
                507,
                "o servidor está sem espaço para arquivos. O que já chegou está guardado.");

        assertThat(bruno.offset(id)).isZero();
        Files.delete(file);
        Files.createFile(file);
        assertThat(bruno.piece(id, 0, letters(200_000)).statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyElseSeesSendsOrEndsIt() {
        var id = bruno().begun("nota.txt", 10);
        for (var other : new String[] {
            "joana@jatoba.example", "carla@araca.example", "marina@mirante.example", "admin@guiche.example"
        }) {
            var pieces = new ApiPieces(Api.at(home).as(other));
            var never = UUID.randomUUID().toString();
            assertThat(pieces.head(id).statusCode()).isEqualTo(404);
            assertThat(pieces.piece(id, 0, letters(5)).body())
                    .isEqualTo(pieces.piece(never, 0, letters(5)).body());
            assertThat(pieces.end(id).statusCode()).isEqualTo(404);
            assertThat(pieces.end(id).body()).isEqualTo(pieces.end(never).body());
        }
        assertThat(new ApiPieces(Api.at(home)).head(id).statusCode()).isEqualTo(401);
        assertThat(new ApiPieces(Api.at(home).as(BRUNO, "read"))
                        .piece(id, 0, letters(5))
                        .statusCode())
                .isEqualTo(403);
        assertThat(bruno().offset(id)).isZero();
    }

    @Test
    void whoGivesUpLeavesNothing() {
        var bruno = bruno();
        var half = bruno.begun("nota.txt", 100);
        bruno.piece(half, 0, letters(50));
        var whole = bruno.begun("nota.txt", 50);
        bruno.piece(whole, 0, letters(50));

        for (var id : new String[] {half, whole}) {
            assertThat(bruno.end(id).statusCode()).isEqualTo(204);
            assertThat(bruno.head(id).statusCode()).isEqualTo(404);
            assertThat(bruno.end(id).statusCode()).isEqualTo(404);
            assertThat(store.incoming.resolve("large").resolve(id)).doesNotExist();
        }
        assertThat(bruno.api()
                        .post(
                                "tickets",
                                "{'unit':'loja','subject':'x','description':'y','attachments':['" + whole + "']}")
                        .statusCode())
                .isNotEqualTo(201);
    }

    /** Somebody has taken the turn to receive it. */
    private void received(String id) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (em.createNativeQuery(
                        "select 1 from attachments_upload where id = cast(?1 as uuid) and receiver is not null")
                .setParameter(1, id)
                .getResultList()
                .isEmpty()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** How far it is, once that is so far. */
    private long settledAt(String id, long least) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var offset = bruno().offset(id);
        while (offset < least && System.nanoTime() < end) {
            offset = bruno().offset(id);
        }
        return offset;
    }

    private void isKept(String id, byte[] bytes) {
        assertThat(store.path(sha256(bytes))).hasBinaryContent(bytes);
        assertThat(store.incoming.resolve("large").resolve(id)).doesNotExist();
        assertThat(bruno().offset(id)).isEqualTo(bytes.length);
    }

    /** Sends a part of what it announces and closes the line. */
    private void breakOff(ApiPieces api, String id, byte[] bytes, String more) throws IOException {
        try (var line = new Socket(home.getHost(), home.getPort())) {
            var head = "PATCH /api/v1/uploads/large/" + id + " HTTP/1.1\r\nHost: " + home.getAuthority()
                    + "\r\nAuthorization: Bearer " + api.api().token()
                    + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                    + more + "Content-Length: " + FILM.length + "\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(bytes);
            line.getOutputStream().flush();
        }
    }

    /** How far it is, so many bytes at least, once the server has noticed that nobody sends any more. */
    private static long settled(ApiPieces api, String id, long least) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            var probe = api.piece(id, 1L << 40, new byte[0]);
            if (probe.statusCode() == 409
                    && api.offset(id) >= least
                    && !api.piece(id, api.offset(id), new byte[0]).body().contains("chegando")) {
                return api.offset(id);
            }
        }
        throw new AssertionError("still busy");
    }

    private static void refused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(detail(answer)).contains(words).endsWith(".");
        assertThat(header(answer, "Tus-Resumable")).isEqualTo("1.0.0");
    }

    private static String detail(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Api.json(answer).getString("detail");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] film(int size) {
        var bytes = noise(size);
        System.arraycopy(HexFormat.of().parseHex("000000186674797069736f6d"), 0, bytes, 0, 12);
        return bytes;
    }

    /** Bytes of which the rest waits. */
    private static final class Slowly extends InputStream {

        private final CountDownLatch halfWay = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final byte[] bytes;
        private final int half;
        private int read;

        private Slowly(byte[] bytes, int half) {
            this.bytes = bytes;
            this.half = half;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("in larger portions");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (read == half) {
                halfWay.countDown();
                waitToGoOn();
            }
            var now = Math.min(length, (read < half ? half : bytes.length) - read);
            System.arraycopy(bytes, read, buffer, offset, now);
            read += now;
            return now == 0 ? -1 : now;
        }

        private void waitToGoOn() throws IOException {
            try {
                if (!goOn.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("nobody said go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
