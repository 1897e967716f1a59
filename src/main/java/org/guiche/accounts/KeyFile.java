package org.guiche.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The installation's keys: those of the setting {@code guiche.secret.keys}, which several nodes share, or else those in the data folder's
 * {@code keys/secret.key}, which is made at the first start and read by its owner only.
 */
final class KeyFile {

    static final String SETTING = "guiche.secret.keys";
    private static final int KEY_BYTES = 32;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private KeyFile() {}

    static List<byte[]> keys(Config settings) {
        return settings.getOptionalValue(SETTING, String.class)
                .map(text -> read(text, SETTING))
                .orElseGet(() -> ofFolder(Path.of(
                        settings.getOptionalValue("guiche.data.dir", String.class)
                                .orElse("data"),
                        "keys")));
    }

    static List<byte[]> ofFolder(Path folder) {
        var file = folder.resolve("secret.key");
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and put in its place as a whole: a start that was broken off leaves no half key. */
    private static void make(Path file) throws IOException {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent(), onlyOwners(file, "rwx------"));
        var written = Files.createTempFile(file.getParent(), "secret", ".new", onlyOwners(file, "rw-------"));
        Files.writeString(written, Base64.getEncoder().encodeToString(key) + "\n");
        try {
            Files.move(written, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(written); // another one was first, and its key counts
        }
    }

    private static FileAttribute<?>[] onlyOwners(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static List<byte[]> read(String text, String source) {
        var keys = Stream.of(BETWEEN.split(text.strip()))
                .map(one -> decoded(one, source))
                .toList();
        if (keys.stream().anyMatch(key -> key.length != KEY_BYTES)) {
            throw new IllegalStateException(source + ": a key is 32 bytes in base64");
        }
        return keys;
    }

    private static byte[] decoded(String key, String source) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(source + ": a key is 32 bytes in base64", e);
        }
    }
}
