package org.guiche.tickets.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Words;
import org.guiche.tickets.TicketFilter;
import org.guiche.tickets.TicketOrder;
import org.guiche.tickets.TicketOrder.By;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Which tickets of a list are asked for; several values of one kind separated by commas or in several parameters. */
public class TicketFilterParams {

    /** Those that an index knows: over all tickets of an installation no other answers in time. */
    private static final By[] ORDERS = {By.ACTIVITY, By.CREATED, By.QUEUE};

    @QueryParam("status")
    @Nullable
    List<String> status;

    @QueryParam("category")
    @Nullable
    List<String> category;

    @QueryParam("sector")
    @Nullable
    String sector;

    @QueryParam("assignee")
    @Nullable
    String assignee;

    @QueryParam("requester")
    @Nullable
    String requester;

    @QueryParam("company")
    @Nullable
    String company;

    @QueryParam("unit")
    @Nullable
    String unit;

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("updatedSince")
    @Nullable
    String updatedSince;

    @QueryParam("sort")
    @Nullable
    String sort;

    TicketFilter filter() {
        return new TicketFilter(
                Set.copyOf(words("status", status)),
                null,
                words("category", category).stream()
                        .map(word -> choice("category", word, StatusCategory.values()))
                        .collect(Collectors.toSet()),
                word("sector", sector),
                word("assignee", assignee),
                number("requester", requester),
                number("company", company),
                word("unit", unit),
                word("q", q),
                since(),
                TicketOrder.of(sort == null || sort.isEmpty() ? By.ACTIVITY : choice("sort", sort, ORDERS)));
    }

    /** An empty parameter asks for nothing in particular, as forms send it. */
    private static @Nullable String word(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : Words.keepable(name, value.strip());
    }

    private static Set<String> words(String name, @Nullable List<String> values) {
        return Optional.ofNullable(values).orElse(List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> word(name, value))
                .flatMap(value -> Optional.ofNullable(value).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Long number(String name, @Nullable String value) {
        return parsed(name, value, text -> text.matches("\\d{1,18}") ? Long.valueOf(text) : null);
    }

    private @Nullable Instant since() {
        return parsed("updatedSince", updatedSince, Words::instant);
    }

    private static <T> @Nullable T parsed(String name, @Nullable String value, Function<String, @Nullable T> reading) {
        var word = word(name, value);
        if (word == null) {
            return null;
        }
        var read = reading.apply(word);
        if (read == null) {
            throw RuleViolation.of(name, "tickets.filter.invalid", word);
        }
        return read;
    }

    private static <E extends Enum<E>> E choice(String name, String word, E[] choices) {
        var wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of(name, "tickets.filter.invalid", Words.keepable(name, word)));
    }
}
