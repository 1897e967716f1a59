package org.guiche.attachments;

import static org.guiche.support.Samples.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder is a store. */
class FolderStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    FolderStore store() {
        return new FolderStore(folder.resolve("attachments"));
    }

    @Override
    List<String> everything() {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith(FolderLocks.FILE))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void damage(String sha256) {
        try {
            Files.write(store().path(sha256), text("a"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
