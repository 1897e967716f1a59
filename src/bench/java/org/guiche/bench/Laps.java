package org.guiche.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The times of the steps of something that is done in several, each step under its name. */
final class Laps {

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    /** Does one step and keeps how long it took. */
    <T> T lap(String name, Callable<T> step) throws Exception {
        var from = System.nanoTime();
        var result = step.call();
        nanos.computeIfAbsent(name, first -> new ArrayList<>()).add(System.nanoTime() - from);
        return result;
    }

    /** Forgets what was measured so far. */
    void clear() {
        nanos.values().forEach(List::clear);
    }

    /** What came out of each step, in the order of the first round. */
    Map<String, Load.Result> results(Duration measured) {
        var results = new LinkedHashMap<String, Load.Result>();
        nanos.forEach((name, times) -> {
            var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            results.put(name, Load.Result.of(sorted, measured));
        });
        return results;
    }

    /** What came out of one step. */
    Load.Result result(String name, Duration measured) {
        return Objects.requireNonNull(results(measured).get(name), name);
    }
}
