package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.noise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed at each step of a large upload: what was acknowledged is there, and the file is whole in the end. */
class KilledUploadsIT {

    private static final int PIECE = 4_000_000;
    private static final byte[] BYTES = noise(3 * PIECE);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private String[] settings = {};
    private ApiPieces bruno = new ApiPieces(Api.at(Launched.home(1)));

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(folder, List.copyOf(Api.tokens()));
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedBeforeAfterAndInTheMiddleOfEveryPieceItGoesOnFromWhatItAcknowledged() throws Exception {
        var port = Launched.freePort();
        settings = new String[] {"guiche.http.port=" + port, "guiche.demo=true"};
        var node = Launched.in(folder, settings).ready();
        bruno = new ApiPieces(Api.at(Launched.home(port)).as("bruno@jatoba.example"));
        var id = bruno.begun("grande.raw", BYTES.length);

        node = killed(node, () -> {});
        assertThat(bruno.offset(id)).as("begun, and killed").isZero();

        var first = node;
        node = killed(node, () -> halfWay(id, 0, first));
        assertThat(bruno.offset(id)).as("killed in the first piece").isZero();

        sent(id, 0);
        node = killed(node, () -> {});
        assertThat(bruno.offset(id)).as("acknowledged, and killed").isEqualTo(PIECE);

        sent(id, PIECE);
        var last = node;
        node = killed(node, () -> halfWay(id, 2 * PIECE, last));
        assertThat(bruno.offset(id)).as("killed in the last piece").isEqualTo(2L * PIECE);

        var answers = new Thread(() -> quietly(() -> bruno.piece(id, 2 * PIECE, rest(2 * PIECE))));
        node = killed(node, () -> {
            answers.start();
            answers.join(60); // somewhere between its bytes and its answer
        });
        var offset = bruno.offset(id);
        assertThat(offset).as("killed while it became a file").isIn(2L * PIECE, (long) BYTES.length);
        if (offset < BYTES.length) {
            sent(id, (int) offset);
        }

        assertThat(bruno.api()
                        .post(
                                "tickets",
                                "{'unit':'loja','subject':'Inteiro','description':'Veja.','answers':{'pedido':'88121'},'attachments':['"
                                        + id + "']}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(bruno.api().open("attachments/" + id).body()).hasBinaryContent(BYTES);
        node.terminate();
        node.nothingIsLeft();
    }

    private interface Doing {
        void it() throws Exception;
    }

    private Launched killed(Launched node, Doing before) throws Exception {
        before.it();
        node.kill();
        return Launched.in(folder, settings).ready();
    }

    /** A piece of which half is sent when the server goes. */
    private void halfWay(String id, int offset, Launched node) throws Exception {
        var half = new Half(Arrays.copyOfRange(BYTES, offset, offset + PIECE));
        var piece = CompletableFuture.runAsync(
                () -> quietly(() -> bruno.piece(id, offset, BodyPublishers.ofInputStream(() -> half))));
        assertThat(half.sent.await(30, TimeUnit.SECONDS)).isTrue();
        node.kill();
        half.goOn.countDown();
        piece.get(30, TimeUnit.SECONDS);
    }

    /** Sends a piece as soon as nobody else seems to; who was killed has it for a while. */
    private void sent(String id, int offset) throws InterruptedException {
        Launched.eventually(() -> {
            var status = bruno.piece(id, offset, Arrays.copyOfRange(BYTES, offset, offset + PIECE))
                    .statusCode();
            assertThat(status).isIn(204, 423);
            return status == 204;
        });
    }

    private static byte[] rest(int offset) {
        return Arrays.copyOfRange(BYTES, offset, BYTES.length);
    }

    private static void quietly(Supplier<HttpResponse<String>> call) {
        try {
            assertThat(call.get().statusCode()).isIn(204, 503);
        } catch (UncheckedIOException gone) {
            assertThat(gone).isNotNull(); // the server is
        }
    }

    /** Half of its bytes, and the rest when somebody says so. */
    private static final class Half extends InputStream {

        private final CountDownLatch sent = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final ByteArrayInputStream bytes;
        private final int half;

        private Half(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.half = bytes.length / 2;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (bytes.available() <= half) {
                sent.countDown();
                hold();
            }
            return bytes.read(buffer, offset, Math.min(length, Math.max(1, bytes.available() - half)));
        }

        private void hold() throws IOException {
            try {
                if (!goOn.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody said go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
