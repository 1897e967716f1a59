package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said or done in a ticket at one moment, in words.
 *
 * @param author who said it; null for what was done, whose words say who did it
 * @param text plain
 * @param files the names of what came with it
 */
public record HistoryEntry(Instant at, @Nullable String author, String text, List<String> files) {

    public HistoryEntry {
        files = List.copyOf(files);
    }
}
