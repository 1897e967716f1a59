package org.guiche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of {@code guiche.data.dir}, held by one process at a time; the hold ends with the process, however it ends. */
final class DataFolder implements Ending.Closing {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            Files.createDirectories(root.resolve("log"));
            return lock(root);
        } catch (IOException e) {
            throw new Refusal("launcher.data.unusable", root, e);
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        var file = root.resolve("guiche.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false); // the bytes before it stay readable on Windows
        if (lock == null) {
            throw new Refusal("launcher.data.used", root, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return new DataFolder(root, channel, lock);
    }

    Path root() {
        return root;
    }

    Path log() {
        return root.resolve("log");
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** An empty folder of that name; what a former run left there goes. */
    Path emptied(String name) {
        var folder = root.resolve(name);
        try {
            delete(folder);
            return create(folder);
        } catch (IOException e) {
            throw new Refusal("launcher.data.unusable", root, e);
        }
    }

    static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal("launcher.data.unusable", folder, e);
        }
    }

    /** Copies a folder with what is in it. */
    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new Refusal("launcher.data.unusable", to, e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path dir, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Writes a text only its owner may read, where the file system knows owners. */
    static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
