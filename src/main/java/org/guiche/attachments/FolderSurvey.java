package org.guiche.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What lies in the folder since before some moment. What is newer may be on its way. */
final class FolderSurvey {

    private static final int AT_ONCE = 500;
    private static final String CONTENT = "[0-9a-f]{64}";
    private static final String UPLOAD = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path folder;
    private final Instant before;

    FolderSurvey(Path folder, Instant before) {
        this.folder = folder;
        this.before = before;
    }

    int removePieces(Path incoming) {
        var pieces = old(incoming, 1);
        pieces.forEach(piece -> StoreFailure.guard(() -> Files.deleteIfExists(piece)));
        return pieces.size();
    }

    Map<UUID, String> unkept(Path incoming) {
        var found = new HashMap<UUID, String>();
        for (var file : old(incoming.resolve(FolderPieces.PLACE), 1)) {
            var name = file.getFileName().toString();
            if (name.matches(UPLOAD)) {
                found.put(UUID.fromString(name), FolderPieces.PLACE + "/" + name);
            }
        }
        return found;
    }

    void contents(Consumer<List<String>> some) {
        try (var shelves = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            for (var shelf : shelves) {
                var names = old(shelf, 2).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.matches(CONTENT))
                        .toList();
                for (var from = 0; from < names.size(); from += AT_ONCE) {
                    some.accept(names.subList(from, Math.min(names.size(), from + AT_ONCE)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> old(Path place, int depth) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place, depth)) {
            return files.filter(file -> Files.isRegularFile(file) && isOlder(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOlder(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
