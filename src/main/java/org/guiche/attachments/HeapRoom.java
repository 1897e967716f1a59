package org.guiche.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for bytes on their way, shared by all who receive. Nobody may hold more than is still free, so that there is always some for
 * the next: alone one has half of it, two have a third each, and so on. Each may always have one block.
 */
final class HeapRoom {

    static final int BLOCK = 64 * 1024;

    private final AtomicLong free;

    HeapRoom(long size) {
        this.free = new AtomicLong(size);
    }

    /** A place for bytes, which are given back when it is closed. */
    Held share() {
        return new Held();
    }

    /** Some bytes in memory. */
    final class Held implements AutoCloseable {

        private final List<byte[]> blocks = new ArrayList<>();
        private int size;

        int size() {
            return size;
        }

        /** Whether one more byte may come in. */
        boolean mayGrow() {
            return blocks.isEmpty() || hasSpace() || (long) blocks.size() * BLOCK < free.get();
        }

        private boolean hasSpace() {
            return size < blocks.size() * BLOCK;
        }

        /** Takes in what comes next, so many bytes at most; -1 where nothing comes any more. */
        int read(InputStream bytes, long most) throws IOException {
            if (!hasSpace()) {
                blocks.add(new byte[BLOCK]);
                free.addAndGet(-BLOCK);
            }
            var used = size % BLOCK;
            var read = bytes.read(blocks.get(blocks.size() - 1), used, (int) Math.min(BLOCK - used, most));
            size += Math.max(0, read);
            return read;
        }

        /** The bytes, from the first. */
        InputStream open() {
            var parts = new ArrayList<InputStream>();
            for (var i = 0; i < blocks.size(); i++) {
                parts.add(new ByteArrayInputStream(blocks.get(i), 0, Math.min(BLOCK, size - i * BLOCK)));
            }
            return new SequenceInputStream(Collections.enumeration(parts));
        }

        /** Gives them back. */
        void clear() {
            free.addAndGet((long) blocks.size() * BLOCK);
            blocks.clear();
            size = 0;
        }

        @Override
        public void close() {
            clear();
        }
    }
}
