package org.guiche.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days without service: the Brazilian national ones computed for any year, optional points by choice, those of states and
 * cities ({@link RegionalHolidays}), and others given as data, dated or yearly. Immutable: each {@code with} answers another one that has more.
 */
public final class Holidays {

    private static final Holidays NONE = new Holidays(false, Set.of(), List.of(), Map.of());

    private final boolean national;
    private final Set<OptionalPoint> chosen;
    private final List<YearlyDay> yearly;
    private final Map<LocalDate, List<Closure>> dated;

    private Holidays(
            boolean national, Set<OptionalPoint> chosen, List<YearlyDay> yearly, Map<LocalDate, List<Closure>> dated) {
        this.national = national;
        this.chosen = Set.copyOf(chosen);
        this.yearly = List.copyOf(yearly);
        this.dated = Map.copyOf(dated);
    }

    /** No day off at all. */
    public static Holidays none() {
        return NONE;
    }

    /** The national holidays of Brazil (BRAZIL section 5), Paixão de Cristo among them, 20 November from 2024 on. */
    public static Holidays national() {
        return NONE.withNational();
    }

    /** The same, with the national ones too. */
    public Holidays withNational() {
        return new Holidays(true, chosen, yearly, dated);
    }

    /** The same, with these optional points too. */
    public Holidays with(Collection<OptionalPoint> points) {
        var all = new HashSet<>(chosen);
        all.addAll(points);
        return new Holidays(national, all, yearly, dated);
    }

    /** The same, with these days too, each with the name people read. */
    public Holidays with(Map<LocalDate, String> days) {
        var all = new HashMap<>(dated);
        days.forEach((day, name) -> all.merge(day, List.of(Closure.wholeDay(name)), Holidays::joined));
        return new Holidays(national, chosen, yearly, all);
    }

    /** The same, with service closed in this part of this date too. */
    public Holidays with(LocalDate day, String name, Band closed) {
        var all = new HashMap<>(dated);
        all.merge(day, List.of(new Closure(name, closed.fromMinute(), closed.toMinute())), Holidays::joined);
        return new Holidays(national, chosen, yearly, all);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The same, with this day of every year too, such as 25/01 in São Paulo; 29/02 comes in leap years only. */
    public Holidays withYearly(MonthDay day, String name) {
        return withYearly(day, name, Year.MIN_VALUE);
    }

    /** The same, with this day of every year from that one on. */
    public Holidays withYearly(MonthDay day, String name, int since) {
        return withYearly(List.of(YearlyDay.on(day, name, since)));
    }

    /** The same, with those of a state by its two letters; refuses letters of none. */
    public Holidays withState(String state) {
        return withYearly(RegionalHolidays.ofState(state));
    }

    /** The same, with those of a city, such as {@code Recife/PE}, and of its state; refuses one that is not known. */
    public Holidays withCity(String city) {
        return withYearly(RegionalHolidays.ofCity(city));
    }

    private Holidays withYearly(List<YearlyDay> days) {
        return new Holidays(national, chosen, joined(yearly, days), dated);
    }

    /** The name of the holiday that takes the whole of that day, if one does. */
    public Optional<String> on(LocalDate day) {
        return of(day.getYear()).getOrDefault(day, List.of()).stream()
                .filter(Closure::isWholeDay)
                .map(Closure::name)
                .findFirst();
    }

    /** All of one year, in order. */
    public List<DayOff> list(int year) {
        return new TreeMap<>(of(year))
                .entrySet().stream()
                        .flatMap(day -> day.getValue().stream()
                                .map(closure -> new DayOff(
                                        day.getKey(),
                                        closure.name(),
                                        new Band(closure.fromMinute(), closure.toMinute()))))
                        .toList();
    }

    /** What closes on which date of one year; national ones first. */
    Map<LocalDate, List<Closure>> of(int year) {
        var days = new HashMap<LocalDate, List<Closure>>();
        if (national) {
            nationalOf(year).forEach((day, name) -> add(days, day, Closure.wholeDay(name)));
        }
        chosen.stream().sorted().forEach(point -> add(days, point.in(year), point.closure()));
        yearly.forEach(day -> day.in(year).ifPresent(date -> add(days, date, day.closure())));
        dated.forEach((day, closures) -> {
            if (day.getYear() == year) {
                closures.forEach(closure -> add(days, day, closure));
            }
        });
        return days;
    }

    private static void add(Map<LocalDate, List<Closure>> days, LocalDate day, Closure closure) {
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(closure);
    }

    /** The national holidays of one year, by date. */
    public static Map<LocalDate, String> nationalOf(int year) {
        return NationalHolidays.of(year);
    }

    /** Easter Sunday of one year. */
    static LocalDate easter(int year) {
        return NationalHolidays.easter(year);
    }
}
