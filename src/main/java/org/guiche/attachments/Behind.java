package org.guiche.attachments;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on bytes in their order, done behind whoever reads them, by a {@link Helper} while the next ones come; at once where they come
 * slowly or all helpers are busy. So a slow line holds no helper, and two hundred lines take no more memory for it than a few.
 */
final class Behind implements AutoCloseable {

    /** Whoever brings so many bytes within that time is fast: five megabytes a second. */
    private static final int TRIAL = 256 * 1024;

    private static final long FAST_NANOS = 50_000_000;

    private final Consumer<ByteBuffer> work;
    private final long from;
    private final long begun = System.nanoTime();
    private long position;
    private boolean tried;
    private @Nullable Relay relay;

    /**
     * Has done nothing yet.
     *
     * @param from where in the whole the first byte stands
     */
    Behind(long from, Consumer<ByteBuffer> work) {
        this.from = from;
        this.position = from;
        this.work = work;
    }

    /** Sees to these, which may be overwritten afterwards. Fails where the work has failed. */
    void put(byte[] bytes, int offset, int length) {
        var other = relay();
        if (other == null) {
            work.accept(ByteBuffer.wrap(bytes, offset, length));
        } else {
            other.put(bytes, offset, length);
        }
        position += length;
    }

    private @Nullable Relay relay() {
        if (!tried && position - from >= TRIAL) {
            tried = true;
            var helper = System.nanoTime() - begun < FAST_NANOS ? Helper.find() : null;
            relay = helper == null ? null : new Relay(helper, position, work);
        }
        return relay;
    }

    /** Returns when all of it is done. Fails where the work has failed. */
    void finish() {
        if (relay != null) {
            relay.finish();
        }
    }

    /** Returns when nothing is done any more, all of it or not. */
    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
    }
}
