package org.guiche.attachments;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Bytes on their way to a {@link Helper}: taken over into its memory, worked on block by block, and no faster than it works. */
final class Relay implements AutoCloseable {

    private final Helper helper;
    private final Consumer<ByteBuffer> work;
    private final Deque<ByteBuffer> free;
    private final Deque<ByteBuffer> full = new ArrayDeque<>();
    private final Deque<CompletableFuture<Void>> given = new ArrayDeque<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /**
     * Blocks end at multiples of their size.
     *
     * @param position where in the whole the next byte stands
     */
    Relay(Helper helper, long position, Consumer<ByteBuffer> work) {
        this.helper = helper;
        this.work = work;
        this.free = new ArrayDeque<>(helper.blocks());
        free.forEach(ByteBuffer::clear);
        free.getFirst().limit(Helper.BLOCK - (int) (position % Helper.BLOCK));
    }

    /** Waits while all blocks are full. Fails where the work has. */
    void put(byte[] bytes, int offset, int length) {
        for (var taken = 0; taken < length; ) {
            var block = filling();
            var now = Math.min(length - taken, block.remaining());
            block.put(bytes, offset + taken, now);
            taken += now;
            if (!block.hasRemaining()) {
                handOver();
            }
        }
    }

    private ByteBuffer filling() {
        if (free.isEmpty()) {
            await(given.removeFirst());
            free.addLast(full.removeFirst().clear());
        }
        return free.getFirst();
    }

    /** What comes behind something that failed is not done. */
    private void handOver() {
        var block = free.removeFirst().flip();
        last = helper.after(last, () -> work.accept(block));
        full.addLast(block);
        given.addLast(last);
    }

    /** Returns when all of it is done. Fails where the work has. */
    void finish() {
        filling();
        handOver();
        await(last);
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Returns when nothing is done any more, and lets the helper go. */
    @Override
    public void close() {
        last.exceptionally(failure -> null).join();
        helper.release();
    }
}
