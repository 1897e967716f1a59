package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Work that is done behind whoever reads: all of it, in order, by few. */
class BehindTest {

    private static final int MANY = 6_000_017;

    private final byte[] bytes = random(MANY);
    private final ByteArrayOutputStream done = new ByteArrayOutputStream();

    @Test
    void allIsDoneInItsOrderAndWhatWasReadMayBeOverwritten() {
        try (var behind = new Behind(123, this::take)) {
            put(behind);
            behind.finish();
        }

        assertThat(done.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void whereAllHelpersAreBusyItIsDoneAtOnceByWhoeverReads() {
        var busy = everyHelper();
        var threads = new HashSet<Thread>();
        try (var behind = new Behind(0, block -> threads.add(Thread.currentThread()))) {
            put(behind);
        } finally {
            busy.forEach(Helper::release);
        }

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void helpersGetBlocksThatBeginWhereDisksWantThem() {
        var position = new long[] {123};
        try (var behind = new Behind(position[0], block -> {
            if (block.isDirect() && block.capacity() == block.remaining()) {
                assertThat(position[0] % Helper.BLOCK).isZero();
            }
            position[0] += block.remaining();
        })) {
            put(behind);
            behind.finish();
        }

        assertThat(position[0]).isEqualTo(123 + MANY);
    }

    @Test
    void whatFailsIsToldAndNothingBehindItIsDone() {
        try (var behind = new Behind(0, block -> {
            take(block);
            if (done.size() > 1_000_000) {
                throw new IllegalStateException("full");
            }
        })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> {
                        put(behind);
                        behind.finish();
                    })
                    .withMessage("full");
        }

        assertThat(done.size()).isLessThanOrEqualTo(1_000_000 + Helper.BLOCK);
    }

    @Test
    void whoeverIsThroughLetsItsHelpersGo() {
        var before = everyHelper();
        before.forEach(Helper::release);
        var behind = new Behind(0, this::take);
        put(behind);
        behind.close();

        var after = everyHelper();
        after.forEach(Helper::release);

        assertThat(after).hasSameSizeAs(before).isNotEmpty();
    }

    private static List<Helper> everyHelper() {
        var all = new ArrayList<Helper>();
        for (var helper = Helper.find(); helper != null; helper = Helper.find()) {
            all.add(helper);
        }
        return all;
    }

    private void put(Behind behind) {
        var buffer = new byte[65_536];
        for (var from = 0; from < bytes.length; from += buffer.length) {
            var now = Math.min(buffer.length, bytes.length - from);
            System.arraycopy(bytes, from, buffer, 0, now);
            behind.put(buffer, 0, now);
        }
    }

    private void take(ByteBuffer block) {
        var taken = new byte[block.remaining()];
        block.get(taken);
        done.writeBytes(taken);
    }

    private static byte[] random(int length) {
        var random = new byte[length];
        new Random(length).nextBytes(random);
        return random;
    }
}
