package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred large files on their way at once cost the heap what their buffers are, not what they weigh. It runs in the server's own
 * memory, and its own clients are in what it measures.
 */
@ExtendWith(ArquillianExtension.class)
class LargeMemoryIT {

    private static final int FILES = 200;
    private static final int PIECE = 2 * 1024 * 1024;
    private static final int HELD_AT = PIECE - 100_000;
    private static final long BUDGET = 96L * 1024 * 1024; // of 400 MB that are on their way
    private static final int MANY = 96 * 1024 * 1024;

    @ArquillianResource
    URL home;

    @Test
    void twoHundredPiecesAtOnceLeaveTheHeapFlat() throws Exception {
        var bruno = new ApiPieces(Api.at(home).as("bruno@jatoba.example"));
        var ids = IntStream.range(0, FILES)
                .mapToObj(number -> bruno.begun("grande" + number + ".txt", PIECE * 2L))
                .toList();
        var before = used();
        var held = new CountDownLatch(FILES);
        var goOn = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(FILES);
        try {
            var pieces = ids.stream()
                    .map(id -> pool.submit((Callable<Integer>) () -> bruno.piece(
                                    id, 0, BodyPublishers.ofInputStream(() -> new Letters(held, goOn)))
                            .statusCode()))
                    .toList();
            assertThat(held.await(60, TimeUnit.SECONDS))
                    .as("all of them at once")
                    .isTrue();
            assertThat(used() - before).as("heap for 200 pieces").isLessThan(BUDGET);
            goOn.countDown();
            for (var piece : pieces) {
                assertThat(piece.get()).isEqualTo(204);
            }
        } finally {
            goOn.countDown();
            pool.shutdown();
        }
        assertThat(ids).allSatisfy(id -> {
            assertThat(bruno.offset(id)).isEqualTo(PIECE);
            assertThat(bruno.end(id).statusCode()).isEqualTo(204);
        });
    }

    /** What the disk writes in the same run is told beside it; how much of that is asked of the benchmark, not of a busy machine. */
    @Test
    void aFileOfNinetySixMegabytesComesAsFastAsTheLineIs() throws Exception {
        var bytes = new byte[8 * 1024 * 1024];
        new SecureRandom().nextBytes(bytes);
        Arrays.fill(bytes, 0, 64 * 1024, (byte) 'a');
        var bruno = new ApiPieces(Api.at(home).as("bruno@jatoba.example"));
        var disk = disk(bytes);
        var id = bruno.begun("grande.raw", MANY);

        var begun = System.nanoTime();
        for (var offset = 0; offset < MANY; offset += bytes.length) {
            assertThat(bruno.piece(id, offset, bytes).statusCode()).isEqualTo(204);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;

        System.getLogger("guiche.measured")
                .log(
                        System.Logger.Level.INFO,
                        "large upload: {0} MB/s; the disk: {1} MB/s",
                        Math.round(MANY / 1048576.0 / seconds),
                        Math.round(disk));
        assertThat(seconds).isLessThan(60);
        assertThat(bruno.offset(id)).isEqualTo(MANY);
        assertThat(bruno.end(id).statusCode()).isEqualTo(204);
    }

    /** Megabytes a second, synced piece by piece. */
    private static double disk(byte[] bytes) throws IOException {
        var file =
                AttachmentsSettings.read().folder().resolve("incoming").resolve("disk" + UUID.randomUUID() + ".part");
        var begun = System.nanoTime();
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var written = 0; written < MANY; written += bytes.length) {
                Disk.write(out, bytes, bytes.length);
                out.force(true);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return MANY / 1048576.0 / ((System.nanoTime() - begun) / 1e9);
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A piece of one letter that waits for the others shortly before its end. */
    private static final class Letters extends InputStream {

        private final CountDownLatch held;
        private final CountDownLatch goOn;
        private int read;

        private Letters(CountDownLatch held, CountDownLatch goOn) {
            this.held = held;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (read == HELD_AT) {
                hold();
            }
            var now = Math.min(length, (read < HELD_AT ? HELD_AT : PIECE) - read);
            Arrays.fill(buffer, offset, offset + now, (byte) 'a');
            read += now;
            return now == 0 && length > 0 ? -1 : now;
        }

        private void hold() throws IOException {
            held.countDown();
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
