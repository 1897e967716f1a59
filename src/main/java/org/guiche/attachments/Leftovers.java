package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a crash may leave in the folder: pieces that never arrived whole, and bytes that no row speaks of. */
@ApplicationScoped
class Leftovers {

    private static final int AT_ONCE = 500;
    private static final String CONTENT = "[0-9a-f]{64}";

    @Inject
    Store store;

    @Inject
    ContentTable contents;

    @Inject
    Keeping keeping;

    /** Removes what has lain there for that long; says how many. What is newer may be on its way. */
    public int removeOlderThan(Duration patience) {
        var before = store.now().minus(patience);
        var removed = removePieces(before);
        for (var shelf : store.shelves()) {
            removed += removeContents(shelf, before);
        }
        return removed;
    }

    private int removePieces(Instant before) {
        var pieces = old(store.incoming, 1, before);
        pieces.forEach(piece -> StoreFailure.guard(() -> Files.deleteIfExists(piece)));
        return pieces.size();
    }

    private int removeContents(Path shelf, Instant before) {
        var names = old(shelf, 2, before).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches(CONTENT))
                .toList();
        var removed = 0;
        for (var from = 0; from < names.size(); from += AT_ONCE) {
            var some = new ArrayList<>(names.subList(from, Math.min(names.size(), from + AT_ONCE)));
            some.removeAll(contents.known(some));
            removed += (int) some.stream().filter(keeping::remove).count();
        }
        return removed;
    }

    private static List<Path> old(Path folder, int depth, Instant before) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> Files.isRegularFile(file) && isOlder(file, before))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
