package org.guiche.attachments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/** What disks do and do not do by themselves. */
final class Disk {

    private Disk() {}

    /** Writes all of it; fails as the store does. */
    static void write(FileChannel out, byte[] bytes, int length) {
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        StoreFailure.guard(() -> {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            return buffer;
        });
    }

    /** Another name for the same bytes, in that folder. */
    static Path second(Path file, Path folder) throws IOException {
        var second = folder.resolve("second" + UUID.randomUUID() + ".part");
        try {
            return Files.createLink(second, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, second); // some disks know one name only
            try (var copied = FileChannel.open(second, StandardOpenOption.WRITE)) {
                copied.force(true);
            }
            return second;
        }
    }

    /** What a folder holds is durable only when the folder itself is; some systems do not let folders be opened. */
    static void sync(Path shelf) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(shelf, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What time it is for the disk of that folder. */
    static Instant now(Path folder) throws IOException {
        var file = Files.createTempFile(Files.createDirectories(folder), "time", ".part");
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Refuses a folder that is not there and cannot be made, or that we may not write into. */
    static Path requireWritable(Path folder) throws IOException {
        if (!Files.isWritable(Files.createDirectories(folder))) {
            throw new AccessDeniedException(folder.toString());
        }
        return folder;
    }
}
