package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes in a folder, which several nodes may share. Large files grow in {@link FolderPieces}, what lies there too long is found by {@link FolderSurvey}. */
@ApplicationScoped
@Typed(FolderStore.class)
class FolderStore implements Store {

    private static final int BUFFER = 64 * 1024;

    final Path folder;
    final Path incoming;

    FolderStore() {
        this(AttachmentsSettings.read().folder());
    }

    FolderStore(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
    }

    @Override
    public @Nullable Arrived receive(InputStream bytes, long limit) throws IOException {
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

    private @Nullable Arrived copy(InputStream bytes, Path file, long limit) throws IOException {
        var digest = Sha256.begun();
        var beginning = bytes.readNBytes((int) Math.min(Beginning.LENGTH, limit + 1));
        var size = (long) beginning.length;
        try (var out = StoreFailure.guard(() -> FileChannel.open(file, StandardOpenOption.WRITE))) {
            digest.update(beginning);
            Disk.write(out, beginning, beginning.length);
            var buffer = new byte[BUFFER];
            for (var read = 0; read >= 0 && size <= limit; size += Math.max(0, read)) {
                read = bytes.read(buffer);
                digest.update(buffer, 0, Math.max(0, read));
                Disk.write(out, buffer, Math.max(0, read));
            }
            if (size > limit) {
                return null;
            }
            StoreFailure.guard(() -> {
                out.force(true);
                return out;
            });
        }
        var sha256 = HexFormat.of().formatHex(digest.digest());
        return new Arrived(this, file.getFileName().toString(), size, sha256, new Beginning(beginning));
    }

    @Override
    public String begin(UUID upload) {
        return StoreFailure.guard(() -> new FolderPieces(folder, incoming).begin(upload));
    }

    @Override
    public @Nullable Piece take(Growing upload, List<Piece> before, InputStream bytes) throws IOException {
        return new FolderPieces(folder, incoming).take(upload, bytes);
    }

    @Override
    public void join(Growing upload, List<Piece> pieces, Runnable goingOn) {
        // they were written one behind the other
    }

    @Override
    public InputStream received(Growing upload, List<Piece> pieces) throws IOException {
        return new Bounded(read(upload.key(), 0), upload.received());
    }

    @Override
    public InputStream read(String key, long from) throws IOException {
        return reading(incoming.resolve(key), from);
    }

    /** By a second name for the same bytes, so that an upload that is cut off here still has its own. */
    @Override
    public void keep(Arrived arrived) {
        StoreFailure.guard(() -> {
            var target = path(arrived.sha256());
            if (!Files.exists(target) || Files.size(target) != arrived.size()) {
                Files.createDirectories(target.resolveSibling(""));
                Files.move(
                        Disk.second(incoming.resolve(arrived.key()), incoming), target, StandardCopyOption.ATOMIC_MOVE);
            }
            for (var shelf = target.resolveSibling(""); shelf.startsWith(folder); shelf = shelf.resolveSibling("")) {
                Disk.sync(shelf); // also of what another has just put there
            }
            return target;
        });
    }

    @Override
    public void forget(String key) {
        drop(incoming.resolve(key));
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            StoreFailure.log(e); // the sweeper comes by again
        }
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        return reading(path(sha256), from);
    }

    private static InputStream reading(Path file, long from) throws IOException {
        return Channels.newInputStream(
                FileChannel.open(file, StandardOpenOption.READ).position(from));
    }

    @Override
    public OptionalLong size(String sha256) {
        var file = path(sha256);
        return StoreFailure.guard(() -> Files.exists(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty());
    }

    @Override
    public void remove(String sha256) {
        StoreFailure.guard(() -> Files.deleteIfExists(path(sha256)));
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.of(StoreFailure.guard(
                () -> Files.getFileStore(Files.createDirectories(incoming)).getUsableSpace()));
    }

    @Override
    public Instant now() {
        return StoreFailure.guard(() -> Disk.now(incoming));
    }

    @Override
    public int removePieces(Instant before) {
        return new FolderSurvey(folder, before).removePieces(incoming);
    }

    @Override
    public Map<UUID, String> unkept(Instant before) {
        return new FolderSurvey(folder, before).unkept(incoming);
    }

    @Override
    public void contents(Instant before, Consumer<List<String>> some) {
        new FolderSurvey(folder, before).contents(some);
    }

    @Override
    public void check() {
        StoreFailure.guard(() -> Disk.requireWritable(incoming));
    }

    @Override
    public void close() {
        // nothing is open
    }

    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
