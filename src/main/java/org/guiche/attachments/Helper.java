package org.guiche.attachments;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the few who work {@link Behind} somebody: a thread, which goes home when there has been nothing to do for a while, and two
 * megabytes outside the heap, made when they are first needed, in blocks that begin where disks want them to.
 */
final class Helper {

    static final int BLOCK = 256 * 1024;

    /** Disks that take bytes past the system's memory take multiples of it. */
    static final int PAGE = 4096;

    private static final int BLOCKS = 8;
    private static final int MOST = 16;
    private static final int EACH = 2;
    private static final long IDLE_SECONDS = 10;

    private static final Deque<Helper> FREE = new ConcurrentLinkedDeque<>(Stream.generate(Helper::new)
            .limit(Math.min(MOST, EACH * Runtime.getRuntime().availableProcessors()))
            .toList());

    private final ExecutorService thread = thread();
    private List<ByteBuffer> blocks = List.of();

    private Helper() {}

    private static ExecutorService thread() {
        var pool = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Helper::daemon);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable tasks) {
        var thread = new Thread(null, tasks, "guiche-uploads", 0, false); // nothing of whoever comes first
        thread.setDaemon(true);
        return thread;
    }

    /** Of those who have nothing to do, who was busy last; null where all are. */
    static @Nullable Helper find() {
        return FREE.poll();
    }

    /** Has nothing to do any more. */
    void release() {
        FREE.push(this);
    }

    /** Its memory, for whoever found it. */
    List<ByteBuffer> blocks() {
        if (blocks.isEmpty()) {
            blocks = Stream.generate(
                            () -> ByteBuffer.allocateDirect(BLOCK + PAGE).alignedSlice(PAGE))
                    .limit(BLOCKS)
                    .toList();
        }
        return blocks;
    }

    /** Does it when that is done, unless that failed. */
    CompletableFuture<Void> after(CompletableFuture<Void> other, Runnable work) {
        return other.thenRunAsync(work, thread);
    }
}
