package org.guiche.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guiche.time.Explanation.Day;
import org.guiche.time.Explanation.DayKind;

/** Says in Portuguese what the deadline ruler draws (DESIGN sections 6 and 7), and the service hours it rests on. */
public final class RulerWording {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");
    private static final List<String> LONG =
            List.of("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo");
    private static final int LISTED_DAYS = 5;

    /** What a calendar calls a holiday that it was given by its date alone. */
    private static final String NAMELESS = "feriado";

    private RulerWording() {}

    /** The ruler for those who hear it: {@code 16 horas úteis: 3h10 na quarta, 8h30 na sexta, 4h20 na segunda; quinta é feriado}. */
    public static String ruler(Explanation explanation) {
        return counted(explanation, ", ")
                + explanation.skippedHolidays().stream()
                        .map(day -> "; " + name(day.date(), explanation) + " é feriado")
                        .collect(Collectors.joining())
                + paused(explanation);
    }

    /** The same in sentences: {@code 16 horas úteis: 3h10 na quarta, 8h30 na sexta e 4h20 na segunda. Quinta, 20/11, é feriado (Consciência Negra).} */
    public static String explain(Explanation explanation) {
        return counted(explanation, " e ")
                + explanation.skippedHolidays().stream()
                        .map(day -> ". " + capital(dated(day.date())) + ", é feriado" + named(day))
                        .collect(Collectors.joining())
                + paused(explanation)
                + ".";
    }

    private static String paused(Explanation explanation) {
        var paused = explanation.days().stream()
                .flatMap(day -> day.pauses().stream())
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
        return paused.isZero() ? "" : "; " + length(paused) + " em pausa";
    }

    /** To the nearest minute, so that the parts of a deadline that began within one add up. */
    private static String length(Duration length) {
        return Wording.length(length.plusSeconds(30));
    }

    private static String named(Day holiday) {
        return NAMELESS.equalsIgnoreCase(holiday.holiday()) ? "" : " (" + holiday.holiday() + ")";
    }

    private static String counted(Explanation explanation, String lastComma) {
        var amount = Wording.amount(explanation.amount(), explanation.kind());
        var days = explanation.days().stream().filter(day -> !day.isSkipped()).toList();
        if (explanation.kind() == ClockKind.BUSINESS_DAYS || days.size() > LISTED_DAYS) {
            var last = days.get(days.size() - 1);
            return amount + ", de " + dated(days.get(0).date()) + ", a " + dated(last.date());
        }
        var parts = days.stream()
                .map(day -> length(day.countedTime()) + in(day.date()) + name(day.date(), explanation))
                .toList();
        return amount + ": " + listed(parts, lastComma);
    }

    private static String listed(List<String> parts, String lastComma) {
        var last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + lastComma + parts.get(last);
    }

    /** The weekday alone as long as it names one day of the ruler. */
    private static String name(LocalDate day, Explanation explanation) {
        return explanation.days().size() <= DayOfWeek.values().length
                ? weekday(day)
                : weekday(day) + " (" + Wording.dayAndMonth(day) + ")";
    }

    private static String weekday(LocalDate day) {
        return LONG.get(day.getDayOfWeek().getValue() - 1);
    }

    private static String in(LocalDate day) {
        return isWeekend(day) ? " no " : " na ";
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static String dated(LocalDate day) {
        return weekday(day) + ", " + Wording.dayAndMonth(day);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(PT) + word.substring(1);
    }

    /** What a deadline leaves out: {@code Não conta quinta, 20/11 (Consciência Negra), nem o fim de semana}; empty when nothing. */
    public static String skipped(Explanation explanation) {
        if (explanation.kind() == ClockKind.RUNNING) {
            return "";
        }
        var parts = new ArrayList<String>();
        explanation.skippedHolidays().forEach(day -> parts.add(dated(day.date()) + named(day)));
        weekends(explanation.days(), parts);
        var verb = parts.isEmpty() ? "" : parts.get(0).startsWith("os ") ? "Não contam " : "Não conta ";
        return verb + String.join(", nem ", parts);
    }

    private static void weekends(List<Day> days, List<String> parts) {
        var saturdays = weekendDays(days, DayOfWeek.SATURDAY);
        var sundays = weekendDays(days, DayOfWeek.SUNDAY);
        if (saturdays > 0 && sundays > 0) {
            parts.add(Math.max(saturdays, sundays) == 1 ? "o fim de semana" : "os fins de semana");
        } else if (saturdays + sundays > 0) {
            var name = saturdays > 0 ? "sábado" : "domingo";
            parts.add(saturdays + sundays == 1 ? "o " + name : "os " + name + "s");
        }
    }

    private static long weekendDays(List<Day> days, DayOfWeek which) {
        return days.stream()
                .filter(day -> day.kind() == DayKind.WEEKEND && day.date().getDayOfWeek() == which)
                .count();
    }

    /**
     * Service hours: {@code seg a sex, das 9h às 12h e das 13h30 às 18h; sáb, das 22h às 6h}; {@code sem atendimento} when none.
     */
    public static String week(WeeklyHours hours) {
        var groups = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (int first = 0; first < days.length; ) {
            var bands = bands(hours, days[first]);
            var next = first + 1;
            while (next < days.length && bands(hours, days[next]).equals(bands)) {
                next++;
            }
            if (!bands.isEmpty()) {
                groups.add(days(days[first], days[next - 1]) + ", " + listed(bands, " e "));
            }
            first = next;
        }
        return groups.isEmpty() ? "sem atendimento" : String.join("; ", groups);
    }

    private static String days(DayOfWeek first, DayOfWeek last) {
        if (first == DayOfWeek.MONDAY && last == DayOfWeek.SUNDAY) {
            return "todos os dias";
        }
        var from = LONG.get(first.getValue() - 1).substring(0, 3);
        var to = LONG.get(last.getValue() - 1).substring(0, 3);
        return first == last ? from : from + (last == first.plus(1) ? " e " : " a ") + to;
    }

    private static List<String> bands(WeeklyHours hours, DayOfWeek day) {
        return hours.written(day, RulerWording::band);
    }

    private static String band(int from, int to) {
        if (from == 0 && to == Band.DAY) {
            return "o dia todo";
        }
        return (from < 120 ? "da " : "das ") + Wording.clock(from) + " " + Wording.at(to / 60) + Wording.clock(to);
    }
}
