package org.guiche.reporting.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.guiche.accounts.Person;
import org.guiche.reporting.Cut;
import org.guiche.reporting.Dimension;
import org.guiche.reporting.Period;
import org.guiche.reporting.Slice;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Words;
import org.guiche.sheets.Format;
import org.guiche.tickets.Figure;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** What a program asks of a report; unlike a page it refuses what it does not understand. */
public class ReportParams {

    private static final int USUAL_DAYS = 14;
    private static final String BACKLOG = "backlog";

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("unit")
    @Nullable
    String unit;

    @QueryParam("sector")
    @Nullable
    String sector;

    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("figure")
    @Nullable
    String figure;

    @QueryParam("target")
    @Nullable
    String target;

    @QueryParam("format")
    @Nullable
    String format;

    Format format() {
        return parsed("format", format, Format::of).orElse(Format.JSON);
    }

    /** The cut; without days the last fourteen of the first unit's zone. */
    Cut cut(Units units, Sectors sectors, Clock clock, Person person) {
        var shown = person.isStaff() ? units.all() : units.openableBy(person);
        var asked = parsed("unit", unit, key -> found(shown, one -> one.key().equals(key)));
        var inSector = parsed(
                "sector", sector, key -> found(sectors.all(), one -> one.key().equals(key)));
        return new Cut(
                period(today(units, clock)),
                asked.map(BusinessUnit::id).orElse(null),
                inSector.map(Sector::id).orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LocalDate today(Units units, Clock clock) {
        var now = clock.instant();
        return units.all().stream()
                .findFirst()
                .map(one -> one.today(now))
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Period period(LocalDate today) {
        var last = parsed("to", to, ReportParams::day).orElse(today);
        return parsed("from", from, ReportParams::day)
                .map(first -> new Period(first, last))
                .orElseGet(() -> Period.until(last, USUAL_DAYS));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What the dashboard's table has a line for; customers know no sectors. */
    Dimension dimension(Person person) {
        return parsed("by", by, word -> choice(Dimension.values(), word))
                .orElse(person.isStaff() ? Dimension.SECTOR : Dimension.UNIT);
    }

    /** The tickets behind a figure; without one all that were opened. */
    Slice slice() {
        return parsed(
                        "figure",
                        figure,
                        word -> word.equals(BACKLOG)
                                ? Optional.of(Slice.open())
                                : choice(Figure.values(), word).map(Slice::of))
                .orElse(Slice.of(Figure.CREATED));
    }

    /** How many percent are to be kept, 1 to 100; without it the report says nothing of that. */
    OptionalInt target() {
        return parsed("target", target, ReportParams::percent)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Optional<Integer> percent(String text) {
        return Optional.of(text).filter(one -> one.matches("[1-9]\\d?|100")).map(Integer::valueOf);
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] choices, String word) {
        return found(
                List.of(choices), one -> one.name().toLowerCase(Locale.ROOT).equals(word));
    }

    private static <T> Optional<T> found(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** An empty parameter asks for nothing in particular. */
    private static <T> Optional<T> parsed(String name, @Nullable String value, Function<String, Optional<T>> reading) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        var word = Words.keepable(name, value.strip());
        var read = reading.apply(word);
        if (read.isEmpty()) {
            throw RuleViolation.of(name, "reporting.parameter.invalid", word);
        }
        return read;
    }
}
