package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The folder of bytes: each content once, under its SHA-256, synced to disk before anybody refers to it. */
@ApplicationScoped
class Store {

    private static final int BUFFER = 64 * 1024;

    private final Path folder = folder();

    /** Bytes that arrived whole and are not kept yet. */
    record Arrived(Path file, long size, String sha256, String detected) {}

    private static Path folder() {
        var settings = ConfigProvider.getConfig();
        var data = settings.getOptionalValue("guiche.data.dir", String.class).orElse("data");
        return settings.getOptionalValue("guiche.attachments.store", String.class)
                .map(store -> Path.of(store.replaceFirst("^file:", "").replace("${data.dir}", data)))
                .orElse(Path.of(data, "attachments"))
                .toAbsolutePath();
    }

    /** Takes bytes in, counting and hashing as they come; null when there are more than the limit. */
    @Nullable
    Arrived receive(InputStream bytes, long limit) throws IOException {
        var incoming = Files.createDirectories(folder.resolve("incoming"));
        var file = Files.createTempFile(incoming, "upload", ".part");
        try {
            var arrived = copy(bytes, file, limit);
            if (arrived == null) {
                Files.delete(file);
            }
            return arrived;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static @Nullable Arrived copy(InputStream bytes, Path file, long limit) throws IOException {
        var digest = sha256();
        var beginning = bytes.readNBytes(Content.LOOKED_AT);
        long size = beginning.length;
        digest.update(beginning);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(beginning);
            var buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0 && size <= limit; read = bytes.read(buffer)) {
                out.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return size > limit
                ? null
                : new Arrived(file, size, HexFormat.of().formatHex(digest.digest()), Content.detect(beginning));
    }

    /** Keeps what arrived under its own name, durably; the same content twice is kept once. */
    void keep(Arrived arrived) throws IOException {
        var target = path(arrived.sha256());
        var shelf = Files.createDirectories(target.resolveSibling(""));
        sync(arrived.file());
        try {
            Files.move(arrived.file(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(arrived.file());
        }
        sync(shelf);
    }

    void forget(Arrived arrived) throws IOException {
        Files.deleteIfExists(arrived.file());
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
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
