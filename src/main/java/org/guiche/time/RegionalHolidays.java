package org.guiche.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.RuleViolation;

/**
 * The holidays of Brazilian states and of their capitals, as {@code regional-holidays.csv} has them. A state is its two letters, a city
 * {@code Recife/PE}; in a city those of its state hold too.
 */
public final class RegionalHolidays {

    private static final List<String> STATES = List.of(
            "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE", "PI", "PR",
            "RJ", "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO");
    private static final Map<String, List<YearlyDay>> DAYS = days();

    private RegionalHolidays() {}

    private static Map<String, List<YearlyDay>> days() {
        var file = Objects.requireNonNull(RegionalHolidays.class.getResourceAsStream("regional-holidays.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.groupingBy(
                            cells -> cells[0],
                            TreeMap::new,
                            Collectors.mapping(
                                    cells -> YearlyDay.read(cells[1], cells[3], Integer.parseInt(cells[2])),
                                    Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All states by their two letters, also those that keep no day of their own. */
    public static List<String> states() {
        return STATES;
    }

    /** The cities whose holidays are known, as {@code Recife/PE}. */
    public static List<String> cities() {
        return DAYS.keySet().stream().filter(where -> where.contains("/")).toList();
    }

    static List<YearlyDay> ofState(String state) {
        if (!STATES.contains(state)) {
            throw new RuleViolation("time.state.unknown", state);
        }
        return DAYS.getOrDefault(state, List.of());
    }

    static List<YearlyDay> ofCity(String city) {
        if (!cities().contains(city)) {
            throw new RuleViolation("time.city.unknown", city, String.join(", ", cities()));
        }
        var state = city.substring(city.indexOf('/') + 1);
        return Stream.concat(ofState(state).stream(), DAYS.getOrDefault(city, List.of()).stream())
                .toList();
    }
}
