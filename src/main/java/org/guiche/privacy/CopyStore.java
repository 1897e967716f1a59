package org.guiche.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The folder of copies that wait to be downloaded, beside the attachments: each under a random name, whole or not there. */
@ApplicationScoped
class CopyStore {

    private final Path folder = folder();

    private static Path folder() {
        var settings = ConfigProvider.getConfig();
        var data = settings.getOptionalValue("guiche.data.dir", String.class).orElse("data");
        var files = settings.getOptionalValue("guiche.attachments.store", String.class)
                .orElse("file:" + data + "/attachments");
        return Path.of(files.replaceFirst("^file:", ""))
                .toAbsolutePath()
                .normalize()
                .resolve("copies");
    }

    /** Whatever writes one. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Writes one, and says how large it is. */
    public long write(UUID name, Writer writer) throws IOException {
        Files.createDirectories(folder);
        var part = folder.resolve(name + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                writer.write(out);
            }
            var size = Files.size(part);
            Files.move(part, folder.resolve(name.toString()), StandardCopyOption.ATOMIC_MOVE);
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public InputStream open(UUID name) throws IOException {
        return Files.newInputStream(folder.resolve(name.toString()));
    }

    public void remove(UUID name) {
        try {
            Files.deleteIfExists(folder.resolve(name.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
