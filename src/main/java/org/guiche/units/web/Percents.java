package org.guiche.units.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Percentages as administrators type them: {@code 50, 80}; a sign after them is let pass. */
final class Percents {

    private Percents() {}

    /** Reads them; empty where that is no list of percentages from 1 to 99. */
    static Optional<List<Integer>> parse(String typed) {
        var words = Arrays.stream(typed.strip().split("[\\s,;%]+", -1))
                .filter(word -> !word.isEmpty() && !word.equals("e"))
                .toList();
        return words.stream().allMatch(word -> word.matches("[1-9]\\d?"))
                ? Optional.of(words.stream().map(Integer::valueOf).toList())
                : Optional.empty();
    }

    /** The same as it is typed. */
    static String of(@Nullable JsonArray percents) {
        return Stream.ofNullable(percents)
                .flatMap(all -> all.getValuesAs(JsonNumber.class).stream())
                .map(JsonNumber::toString)
                .collect(Collectors.joining(", "));
    }
}
