package org.guiche.attachments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes on in a file. Whole blocks of a {@link Helper} go past the system's memory, where the disk lets them: it costs the processor
 * nothing, and what has just come in need not push out of memory what the database reads.
 */
final class Writing implements AutoCloseable {

    private static final Optional<OpenOption> PAST = past();

    private final Path file;
    private final FileChannel out;
    private long position;
    private @Nullable FileChannel past;
    private boolean tried;

    /** Begins at that place. */
    Writing(Path file, FileChannel out, long position) {
        this.file = file;
        this.out = out;
        this.position = position;
    }

    /** Writes all of it; fails as the store does. */
    void write(ByteBuffer bytes) {
        StoreFailure.guard(() -> {
            writePast(bytes);
            while (bytes.hasRemaining()) {
                position += out.write(bytes, position);
            }
            return bytes;
        });
    }

    private void writePast(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining() && isWhole(bytes) && hasPast()) {
                position += Objects.requireNonNull(past).write(bytes, position);
            }
        } catch (IOException e) {
            close(); // in the usual way it works, or fails again
        }
    }

    private boolean isWhole(ByteBuffer bytes) {
        return bytes.isDirect() && position % Helper.PAGE == 0 && bytes.remaining() % Helper.PAGE == 0;
    }

    private boolean hasPast() {
        if (!tried) {
            tried = true;
            past = past(file);
        }
        return past != null;
    }

    /** Java's own name for it, which is none of its public ones: where there is no such name bytes go the usual way. */
    private static Optional<OpenOption> past() {
        try {
            return Stream.of(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(option -> option.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static @Nullable FileChannel past(Path file) {
        try {
            return PAST.isEmpty() ? null : FileChannel.open(file, StandardOpenOption.WRITE, PAST.get());
        } catch (IOException | UnsupportedOperationException e) {
            return null; // some disks have no such way
        }
    }

    @Override
    public void close() throws IOException {
        if (past != null) {
            past.close();
            past = null;
        }
    }
}
