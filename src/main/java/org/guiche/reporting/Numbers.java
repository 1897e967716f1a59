package org.guiche.reporting;

import java.nio.ByteBuffer;

/** Many numbers in a row of bytes, as the database packs them: two bytes each, or four. */
final class Numbers {

    private final ByteBuffer bytes;
    private final boolean isShort;
    private final int size;

    private Numbers(byte[] bytes, int size) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.size = size;
        this.isShort = bytes.length == size * Short.BYTES;
    }

    /** Of four bytes each. */
    static Numbers of(Object bytes) {
        return new Numbers((byte[]) bytes, ((byte[]) bytes).length / Integer.BYTES);
    }

    /** As many as there are of those. */
    Numbers beside(Object others) {
        return new Numbers((byte[]) others, size);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return isShort ? bytes.getShort(index * Short.BYTES) : bytes.getInt(index * Integer.BYTES);
    }
}
