package org.guiche.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the archive the distribution carries. */
final class PostgresPrograms {

    private static final int EXECUTABLE = 0b001_000_000;

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Unpacks beside what is there; half an unpacking, left by a kill, is never taken for a whole one. */
    static PostgresPrograms in(Path parent) throws IOException {
        var archive = archive();
        var folder = parent.resolve(archive.getPath().replaceFirst("^.*/([^/]+)\\.jar!.*$", "$1"));
        if (Files.notExists(folder)) {
            var half = parent.resolve("half");
            DataFolder.delete(half);
            Files.createDirectories(half);
            unpack(archive, half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), processor());
        var found = PostgresPrograms.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new Refusal(
                    "launcher.postgres.platform", System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        return found;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        var name = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return Files.exists(Path.of("/etc/alpine-release")) ? name + "-alpine_linux" : name;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        var jar = archive.openConnection();
        jar.setUseCaches(false); // the server, which starts meanwhile, closes the jars that are kept open
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(jar.getInputStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, target);
        if ((entry.getMode() & EXECUTABLE) != 0
                && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
