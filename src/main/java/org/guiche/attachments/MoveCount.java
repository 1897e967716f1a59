package org.guiche.attachments;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How many were copied, there already, taken along unfinished, missing, wrong, and removed. */
final class MoveCount {

    private static final List<String> WORDS = List.of("copied", "there", "uploads", "missing", "wrong", "removed");

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    MoveCount() {
        WORDS.forEach(word -> counts.put(word, new AtomicLong()));
    }

    void add(String word) {
        counts.computeIfAbsent(word, none -> new AtomicLong()).incrementAndGet();
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
