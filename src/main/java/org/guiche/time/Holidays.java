package org.guiche.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days without service: the Brazilian national ones computed for any year, optional points by choice, and dated ones
 * (state, municipal, of the house) given as data.
 */
public final class Holidays {

    /** Days that many companies do not work though no national law says so; some close for a part of the day only. */
    public enum OptionalPoint {
        CARNIVAL_MONDAY("Segunda-feira de Carnaval", -48, 0, Band.DAY),
        CARNIVAL_TUESDAY("Carnaval", -47, 0, Band.DAY),
        ASH_WEDNESDAY("Quarta-feira de Cinzas, até 14h", -46, 0, 14 * 60),
        CORPUS_CHRISTI("Corpus Christi", 60, 0, Band.DAY),
        PUBLIC_SERVANT("Dia do Servidor Público", MonthDay.of(10, 28), 0),
        CHRISTMAS_EVE("Véspera de Natal, depois das 14h", MonthDay.of(12, 24), 14 * 60),
        NEW_YEARS_EVE("Véspera de Ano-Novo, depois das 14h", MonthDay.of(12, 31), 14 * 60);

        private final String title;
        private final int fromEaster;
        private final MonthDay fixed;
        private final int closedFrom;
        private final int closedTo;

        OptionalPoint(String title, int fromEaster, int closedFrom, int closedTo) {
            this(title, fromEaster, MonthDay.of(1, 1), closedFrom, closedTo);
        }

        OptionalPoint(String title, MonthDay fixed, int closedFrom) {
            this(title, 0, fixed, closedFrom, Band.DAY);
        }

        OptionalPoint(String title, int fromEaster, MonthDay fixed, int closedFrom, int closedTo) {
            this.title = title;
            this.fromEaster = fromEaster;
            this.fixed = fixed;
            this.closedFrom = closedFrom;
            this.closedTo = closedTo;
        }

        private LocalDate in(int year) {
            return fromEaster == 0 ? fixed.atYear(year) : easter(year).plusDays(fromEaster);
        }
    }

    /** A day's closure: its name, and the minutes of the local day in which there is no service. */
    record Closure(String name, int fromMinute, int toMinute) {

        static Closure wholeDay(String name) {
            return new Closure(name, 0, Band.DAY);
        }

        boolean isWholeDay() {
            return fromMinute == 0 && toMinute == Band.DAY;
        }
    }

    private static final int CONSCIENCIA_NEGRA_SINCE = 2024;
    private static final int APARECIDA_SINCE = 1980;

    private final boolean national;
    private final Set<OptionalPoint> chosen;
    private final Map<LocalDate, String> dated;
    private final Map<Integer, Map<LocalDate, Closure>> years = new ConcurrentHashMap<>();

    private Holidays(boolean national, Set<OptionalPoint> chosen, Map<LocalDate, String> dated) {
        this.national = national;
        this.chosen = chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen);
        this.dated = Map.copyOf(dated);
    }

    /** No day off at all. */
    public static Holidays none() {
        return new Holidays(false, Set.of(), Map.of());
    }

    /** The national holidays of Brazil (BRAZIL section 5), Paixão de Cristo among them, 20 November from 2024 on. */
    public static Holidays national() {
        return new Holidays(true, Set.of(), Map.of());
    }

    /** The same, with these optional points too. */
    public Holidays with(Set<OptionalPoint> points) {
        return new Holidays(national, points, dated);
    }

    /** The same, with these days too, each with the name people read. */
    public Holidays with(Map<LocalDate, String> days) {
        return new Holidays(national, chosen, days);
    }

    /** The name of the holiday that takes the whole of that day, if one does. */
    public Optional<String> on(LocalDate day) {
        return closure(day).filter(Closure::isWholeDay).map(Closure::name);
    }

    Optional<Closure> closure(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::ofYear).get(day));
    }

    private Map<LocalDate, Closure> ofYear(int year) {
        var days = new HashMap<LocalDate, Closure>();
        chosen.forEach(point -> days.put(point.in(year), new Closure(point.title, point.closedFrom, point.closedTo)));
        if (national) {
            nationalOf(year).forEach((day, name) -> days.put(day, Closure.wholeDay(name)));
        }
        dated.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.put(day, Closure.wholeDay(name));
            }
        });
        return days;
    }

    /** The national holidays of one year, by date. */
    public static Map<LocalDate, String> nationalOf(int year) {
        var days = new HashMap<LocalDate, String>();
        days.put(LocalDate.of(year, 1, 1), "Confraternização Universal");
        days.put(easter(year).minusDays(2), "Paixão de Cristo");
        days.put(LocalDate.of(year, 4, 21), "Tiradentes");
        days.put(LocalDate.of(year, 5, 1), "Dia do Trabalho");
        days.put(LocalDate.of(year, 9, 7), "Independência do Brasil");
        if (year >= APARECIDA_SINCE) {
            days.put(LocalDate.of(year, 10, 12), "Nossa Senhora Aparecida");
        }
        days.put(LocalDate.of(year, 11, 2), "Finados");
        days.put(LocalDate.of(year, 11, 15), "Proclamação da República");
        if (year >= CONSCIENCIA_NEGRA_SINCE) {
            days.put(LocalDate.of(year, 11, 20), "Consciência Negra");
        }
        days.put(LocalDate.of(year, 12, 25), "Natal");
        return days;
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int month = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * month + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
