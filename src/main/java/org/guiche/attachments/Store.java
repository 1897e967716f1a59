package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The folder of bytes: each content once, under its SHA-256, on disk before anybody refers to it. What is still arriving lies
 * apart, so that a file with a name of ours is always whole.
 */
@ApplicationScoped
class Store {

    private static final int BUFFER = 64 * 1024;

    final Path folder;
    final Path incoming;

    Store() {
        this(AttachmentsSettings.read().store());
    }

    Store(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
    }

    /** Bytes that arrived whole and are on disk, but not kept yet. */
    record Arrived(Path file, long size, String sha256, Beginning beginning) {}

    /**
     * Takes bytes in, counting and hashing as they come; stops reading at the first one past the limit.
     *
     * @return null when there are more than the limit
     * @throws IOException when the sender fails
     * @throws StoreFailure when the store does
     */
    @Nullable
    public Arrived receive(InputStream bytes, long limit) throws IOException {
        var file = StoreFailure.guard(() -> Files.createTempFile(Files.createDirectories(incoming), "upload", ".part"));
        try {
            var arrived = copy(bytes, file, limit);
            if (arrived == null) {
                drop(file);
            }
            return arrived;
        } catch (IOException | RuntimeException e) {
            drop(file);
            throw e;
        }
    }

    private static @Nullable Arrived copy(InputStream bytes, Path file, long limit) throws IOException {
        var digest = sha256();
        var beginning = bytes.readNBytes((int) Math.min(Beginning.LENGTH, limit + 1));
        var size = (long) beginning.length;
        try (var out = StoreFailure.guard(() -> FileChannel.open(file, StandardOpenOption.WRITE))) {
            write(out, digest, beginning, beginning.length);
            var buffer = new byte[BUFFER];
            for (var read = 0; read >= 0 && size <= limit; size += Math.max(0, read)) {
                read = bytes.read(buffer);
                write(out, digest, buffer, Math.max(0, read));
            }
            if (size > limit) {
                return null;
            }
            StoreFailure.guard(() -> {
                out.force(true);
                return out;
            });
        }
        return new Arrived(file, size, HexFormat.of().formatHex(digest.digest()), new Beginning(beginning));
    }

    private static void write(FileChannel out, MessageDigest digest, byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        StoreFailure.guard(() -> {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            return buffer;
        });
    }

    /**
     * Puts what arrived under its own name, durably. The same content twice is kept once; bytes of another length under that
     * name were cut off by a broken disk and are replaced. The caller holds the lock of the content.
     */
    public void keep(Arrived arrived) {
        StoreFailure.guard(() -> {
            var target = path(arrived.sha256());
            if (!Files.exists(target) || Files.size(target) != arrived.size()) {
                Files.createDirectories(target.resolveSibling(""));
                Files.move(arrived.file(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            for (var shelf = target.resolveSibling(""); shelf.startsWith(folder); shelf = shelf.resolveSibling("")) {
                sync(shelf); // also of what another has just put there
            }
            return target;
        });
    }

    /** Lets go of what arrived and was not kept. */
    public void forget(Arrived arrived) {
        drop(arrived.file());
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            StoreFailure.log(e); // the sweeper comes by again
        }
    }

    /** The bytes from that one on, for reading. */
    public InputStream open(String sha256, long from) throws IOException {
        var channel = FileChannel.open(path(sha256), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(from));
    }

    /** What time it is for the folder: that of the disk, which may be another machine's, and never moved by hand. */
    public Instant now() {
        return StoreFailure.guard(() -> {
            var file = Files.createTempFile(Files.createDirectories(incoming), "time", ".part");
            try {
                return Files.getLastModifiedTime(file).toInstant();
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }

    /** The folders that contents lie in, in folders of their own. */
    public List<Path> shelves() {
        try (var shelves = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            return StreamSupport.stream(shelves.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes bytes. The caller holds the lock of the content and knows that nobody refers to it. */
    public void remove(String sha256) {
        StoreFailure.guard(() -> Files.deleteIfExists(path(sha256)));
    }

    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** What a folder holds is durable only when the folder itself is; some systems do not let folders be opened. */
    private static void sync(Path shelf) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(shelf, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
