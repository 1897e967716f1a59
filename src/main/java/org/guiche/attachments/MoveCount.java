package org.guiche.attachments;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How many were copied, there already, taken along unfinished, missing, wrong, and removed; and how many bytes have been dealt with, of how many. */
final class MoveCount {

    private static final List<String> WORDS =
            List.of("copied", "there", "uploads", "missing", "wrong", "removed", "bytes");

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    MoveCount() {
        WORDS.forEach(word -> counts.put(word, new AtomicLong()));
    }

    void add(String word) {
        add(word, 1);
    }

    void add(String word, long number) {
        counts.computeIfAbsent(word, none -> new AtomicLong()).addAndGet(number);
    }

    /** Whether nothing was missing or wrong. */
    boolean isComplete() {
        var now = asMap();
        return now.getOrDefault("missing", 0L) + now.getOrDefault("wrong", 0L) == 0;
    }

    Map<String, Long> asMap() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get()));
    }
}
