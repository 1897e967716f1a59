package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Large files that grow in a folder, one file each, piece behind piece; {@link FolderLocks} keep two writers apart.
 */
final class FolderPieces {

    /** Below what arrives; apart from small files, which are swept by their age alone. */
    static final String PLACE = "large";

    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path incoming;

    FolderPieces(Path folder, Path incoming) {
        this.folder = folder;
        this.incoming = incoming;
    }

    String begin(UUID upload) throws IOException {
        var shelf = Files.createDirectories(incoming.resolve(PLACE));
        Files.write(shelf.resolve(upload.toString()), new byte[0]);
        Disk.sync(shelf);
        Disk.sync(incoming);
        return PLACE + "/" + upload;
    }

    Store.@Nullable Piece take(Store.Growing upload, InputStream bytes) throws IOException {
        try (var alone = FolderLocks.tryLock(folder, upload.id())) {
            return alone == null ? null : new Store.Piece(append(upload, bytes, incoming.resolve(upload.key())), "");
        }
    }

    private static long append(Store.Growing upload, InputStream bytes, Path file) throws IOException {
        try (var out = StoreFailure.guard(() -> FileChannel.open(file, StandardOpenOption.WRITE))) {
            return append(upload, bytes, file, out);
        }
    }

    private static long append(Store.Growing upload, InputStream bytes, Path file, FileChannel out) throws IOException {
        StoreFailure.guard(() -> back(out, upload.received()));
        var whole = false;
        try (var writing = new Writing(file, out, upload.received())) {
            var size = copy(bytes, upload.received(), writing);
            StoreFailure.guard(() -> {
                out.force(false); // with what it takes to read them
                return out;
            });
            whole = true;
            return size;
        } finally {
            if (!whole) {
                giveBack(out, upload.received());
            }
        }
    }

    private static long copy(InputStream bytes, long from, Writing writing) throws IOException {
        var buffer = new byte[BUFFER];
        var size = 0L;
        try (var behind = new Behind(from, writing::write)) {
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                behind.put(buffer, 0, read);
                size += read;
            }
            behind.finish();
        }
        return size;
    }

    /** To where what counts ends: beyond it may lie a piece that was never acknowledged. */
    private static FileChannel back(FileChannel out, long received) throws IOException {
        if (out.size() < received) {
            throw new IOException("bytes that were acknowledged are gone");
        }
        return out.truncate(received);
    }

    /** A disk that is full has need of it. */
    private static void giveBack(FileChannel out, long received) {
        try {
            out.truncate(received);
        } catch (IOException e) {
            StoreFailure.log(e);
        }
    }
}
