package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.time.DayOff;
import org.guiche.time.Holidays;
import org.guiche.time.OptionalPoint;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** A month of the calendar as it stands in the fields, and the holidays that come from there on. */
@Named
@RequestScoped
public class ServiceMonth {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM 'de' yyyy", PT);
    private static final int LISTED = 8;
    private static final int A_WEEK = 7;

    @Inject
    ServicePage page;

    @Inject
    Clock clock;

    private String month = "";

    /** A day of the sheet, with the class it is drawn with and what its number does not say. */
    public record Day(int number, String css, String title) {}

    /** A holiday that comes, and where it comes from. */
    public record Coming(String date, String name, String source, String css) {}

    private YearMonth shown() {
        try {
            var typed = YearMonth.parse(month);
            return typed.getYear() >= 1900 && typed.getYear() < 2199 ? typed : today();
        } catch (DateTimeException e) {
            return today();
        }
    }

    private YearMonth today() {
        return YearMonth.from(page.getUnit().today(clock.instant()));
    }

    public void back() {
        month = shown().minusMonths(1).toString();
    }

    public void forward() {
        month = shown().plusMonths(1).toString();
    }

    /** {@code Novembro de 2025}. */
    public String getTitle() {
        var title = TITLE.format(shown());
        return title.substring(0, 1).toUpperCase(PT) + title.substring(1);
    }

    /** Whole weeks, Sunday first. */
    public List<Day> getDays() {
        var first = shown().atDay(1);
        var start = first.minusDays(first.getDayOfWeek().getValue() % A_WEEK);
        var end = shown().atEndOfMonth();
        var days = new ArrayList<Day>();
        for (var day = start; !day.isAfter(end) || day.getDayOfWeek() != DayOfWeek.SUNDAY; day = day.plusDays(1)) {
            days.add(day(day));
        }
        return days;
    }

    private Day day(LocalDate day) {
        if (!YearMonth.from(day).equals(shown())) {
            return new Day(day.getDayOfMonth(), "out", "");
        }
        var isToday = day.equals(page.getUnit().today(clock.instant()));
        var off = page.calendar()
                .map(one -> one.holidays().list(day.getYear()).stream()
                        .filter(some -> some.date().equals(day))
                        .toList())
                .orElse(List.of());
        var title = String.join(", ", off.stream().map(DayOff::name).distinct().toList());
        var closed = page.calendar().map(one -> !one.isBusinessDay(day)).orElse(false);
        var css = !off.isEmpty() ? "hol" : closed ? "we" : "";
        return new Day(
                day.getDayOfMonth(),
                isToday ? (css + " now").strip() : css,
                title.isEmpty() && closed ? Texts.get("units.service.closed") : title);
    }

    /** Those of the shown month and after it, with where each comes from. */
    public List<Coming> getComing() {
        return IntStream.of(0, 1)
                .map(more -> shown().getYear() + more)
                .boxed()
                .flatMap(year -> from(year).sorted(Comparator.comparing(Sourced::day)))
                .filter(day -> !day.off().date().isBefore(shown().atDay(1)))
                .limit(LISTED)
                .map(Sourced::coming)
                .toList();
    }

    private Stream<Sourced> from(int year) {
        var input = page.getSheet().getCalendar();
        var national = input.isNational() ? Holidays.national() : Holidays.none();
        var points = Holidays.none()
                .with(input.getPoints().stream().map(OptionalPoint::valueOf).toList());
        var states =
                input.getStates().stream().flatMap(state -> of(Holidays.none().withState(state), year, state, "brand"));
        var cities =
                input.getCities().stream().flatMap(city -> of(Holidays.none().withCity(city), year, city, "brand"));
        var own = page.calendar().stream().flatMap(one -> one.holidays().list(year).stream());
        return distinct(Stream.of(
                        of(national, year, Texts.get("units.service.source.national"), ""),
                        of(points, year, Texts.get("units.service.source.point"), "line"),
                        states,
                        cities,
                        own.map(off -> new Sourced(off, Texts.get("units.service.source.own"), "warn")))
                .flatMap(some -> some));
    }

    /** What several sources bring is named after the first. */
    private static Stream<Sourced> distinct(Stream<Sourced> all) {
        var seen = new HashSet<DayOff>();
        return all.filter(one -> seen.add(one.off()));
    }

    private static Stream<Sourced> of(Holidays holidays, int year, String source, String css) {
        return holidays.list(year).stream().map(off -> new Sourced(off, source, css));
    }

    private record Sourced(DayOff off, String source, String css) {

        LocalDate day() {
            return off.date();
        }

        Coming coming() {
            return new Coming(Wording.dayAndMonth(off.date()), off.name(), source, css);
        }
    }

    public String getMonth() {
        return shown().toString();
    }

    public void setMonth(@Nullable String month) {
        this.month = month == null ? "" : month;
    }
}
