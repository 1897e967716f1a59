package org.guiche.attachments;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those apart who write on in the same large file, in this process and on other machines that share the folder: each upload is a
 * byte of one file, locked by the system, which lets go of it when a process dies. That file is opened once and never closed: a process
 * that closes a file loses all its locks on it, by whichever of its descriptors it had them (fcntl(2)).
 */
final class FolderLocks {

    /** In the folder; it stays empty. */
    static final String FILE = ".locks";

    private static final Map<Path, FileChannel> OPEN = new ConcurrentHashMap<>();

    private FolderLocks() {}

    /** The right to write on in that upload until it is closed; null where somebody else has it. */
    static @Nullable FileLock tryLock(Path folder, UUID upload) {
        var place = (upload.getMostSignificantBits() ^ upload.getLeastSignificantBits()) >>> 2;
        try {
            return OPEN.compute(folder.toAbsolutePath(), FolderLocks::opened).tryLock(place, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // somebody else in this process
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    /** A thread that is interrupted while it asks closes the channel. */
    private static FileChannel opened(Path folder, @Nullable FileChannel before) {
        if (before != null && before.isOpen()) {
            return before;
        }
        try {
            return FileChannel.open(
                    Files.createDirectories(folder).resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }
}
