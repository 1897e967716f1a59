package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guiche.support.Api;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files stream: sixteen of ten megabytes that are on their way at once cost the server's heap a fraction of what they weigh. It
 * runs in the server's own memory and looks at what a full collection leaves while all of them stand nine megabytes in.
 */
@ExtendWith(ArquillianExtension.class)
class MemoryIT {

    private static final int FILES = 16;
    private static final int SIZE = 10_485_760;
    private static final int HELD_AT = 9 * 1024 * 1024;
    private static final long BUDGET = FILES * 1024L * 1024;

    @ArquillianResource
    URL home;

    @Test
    void sixteenFilesComeInAndGoOutWithoutStayingInMemory() throws Exception {
        var bruno = Api.at(home).as("bruno@jatoba.example");
        bruno.upload("aquece.txt", new byte[] {'a'});
        var before = used();

        var held = new CountDownLatch(FILES);
        var goOn = new CountDownLatch(1);
        var ids = new ArrayList<String>();
        var pool = Executors.newFixedThreadPool(FILES);
        try {
            var uploads = IntStream.range(0, FILES)
                    .mapToObj(number -> pool.submit((Callable<String>) () -> upload(bruno, number, held, goOn)))
                    .toList();
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(used() - before).as("heap for 16 uploads").isLessThan(BUDGET);
            goOn.countDown();
            for (var upload : uploads) {
                ids.add(upload.get());
            }
        } finally {
            goOn.countDown();
            pool.shutdown();
        }
        download(bruno, ids, before);
    }

    private static void download(Api bruno, List<String> ids, long before) throws IOException {
        var open = new ArrayList<InputStream>();
        for (var id : ids) {
            var bytes = bruno.open("attachments/" + id).body();
            bytes.skipNBytes(1024 * 1024);
            open.add(bytes);
        }

        assertThat(used() - before).as("heap for 16 downloads").isLessThan(BUDGET);

        for (var bytes : open) {
            bytes.skipNBytes(SIZE - 1024 * 1024);
            assertThat(bytes.read()).isEqualTo(-1);
        }
    }

    private static String upload(Api bruno, int number, CountDownLatch held, CountDownLatch goOn) {
        var part = Api.part("file", "grande" + number + ".txt", new byte[0]);
        var head = Arrays.copyOf(part, part.length - 2);
        var form = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head),
                new Letters((byte) ('a' + number), held, goOn),
                new ByteArrayInputStream("\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                new ByteArrayInputStream(Api.joined()))));
        var answer = bruno.form(BodyPublishers.ofInputStream(() -> form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("uploadId");
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Ten megabytes of one letter that wait for the others when nine are through. */
    private static final class Letters extends InputStream {

        private final byte letter;
        private final CountDownLatch held;
        private final CountDownLatch goOn;
        private int read;

        private Letters(byte letter, CountDownLatch held, CountDownLatch goOn) {
            this.letter = letter;
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
                wait(held, goOn);
            }
            var now = Math.min(length, (read < HELD_AT ? HELD_AT : SIZE) - read);
            Arrays.fill(buffer, offset, offset + now, letter);
            read += now;
            return now == 0 && length > 0 ? -1 : now;
        }

        private static void wait(CountDownLatch held, CountDownLatch goOn) throws IOException {
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
