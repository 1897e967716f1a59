package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.time.Explanation.Day;
import org.guiche.time.Explanation.DayKind;
import org.jspecify.annotations.Nullable;

/** Says in Portuguese, day by day, what of a deadline counted and why the other days did not (REQUIREMENTS 7.3). */
public final class DayWording {

    private static final int MOST_LINES = 14;
    private static final int KEPT_AT_AN_END = 6;
    private static final String NOT_COUNTED = "não conta";
    private static final Duration WHOLE_DAY = Duration.ofHours(23);

    private final Explanation explanation;
    private final Wording wording;

    private DayWording(Explanation explanation, ZoneId zone) {
        this.explanation = explanation;
        this.wording = new Wording(zone);
    }

    /**
     * A day, or days in a row that were left out for the same reason.
     *
     * @param day {@code qua, 19/11}, or {@code sáb, 22/11, e dom, 23/11}
     * @param what {@code das 14h20 às 17h30}, {@code feriado (Consciência Negra)}
     * @param counted {@code 3h10}, or that it does not count
     */
    public record Line(String day, String what, String counted) {

        /** Whether nothing of it counted. */
        public boolean isSkipped() {
            return counted.equals(NOT_COUNTED);
        }
    }

    /** A day of a row, to be joined with its neighbours. */
    private record Row(LocalDate first, LocalDate last, String what, String counted) {

        boolean goesOnWith(Row next) {
            return counted.equals(NOT_COUNTED) && next.counted.equals(NOT_COUNTED) && what.equals(next.what);
        }
    }

    /** Every day from the start to the deadline; of very many the first and the last, with how many lie between. */
    public static List<Line> lines(Explanation explanation, ZoneId zone) {
        var said = new DayWording(explanation, zone);
        var lines = said.rows().stream()
                .map(row -> new Line(days(row), row.what(), row.counted()))
                .toList();
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, KEPT_AT_AN_END));
        var left = lines.subList(KEPT_AT_AN_END, lines.size() - KEPT_AT_AN_END);
        var counted = left.stream().filter(line -> !line.isSkipped()).count();
        shown.add(new Line("…", "e assim por diante", counted == 1 ? "mais 1 dia" : "mais " + counted + " dias"));
        shown.addAll(lines.subList(lines.size() - KEPT_AT_AN_END, lines.size()));
        return shown;
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        var counted = 0;
        for (var day : explanation.days()) {
            counted += day.isSkipped() ? 0 : 1;
            var row = row(day, counted);
            var before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (before != null && before.goesOnWith(row)) {
                rows.set(rows.size() - 1, new Row(before.first(), row.last(), row.what(), row.counted()));
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(Day day, int number) {
        if (day.isSkipped()) {
            return new Row(day.date(), day.date(), why(day), NOT_COUNTED);
        }
        var what = day.countedTime().compareTo(WHOLE_DAY) >= 0 ? "o dia todo" : bands(day.counted());
        var counted = explanation.kind() == ClockKind.BUSINESS_DAYS
                ? number + "º dia útil"
                : Wording.length(day.countedTime().plusSeconds(30));
        return new Row(day.date(), day.date(), what + shortened(day) + paused(day), counted);
    }

    /** A holiday that closed a part of the day. */
    private String shortened(Day day) {
        return isOfService() && day.kind() == DayKind.OPEN ? named(day.holiday()) : "";
    }

    private String paused(Day day) {
        var lost = day.pauses().stream().flatMap(pause -> lost(pause, day)).toList();
        return lost.isEmpty() ? "" : "; parado " + bands(lost);
    }

    /** What of a pause would have counted. */
    private Stream<Span> lost(Span pause, Day day) {
        if (!isOfService()) {
            return Stream.of(pause);
        }
        return day.service().stream()
                .filter(band -> band.from().isBefore(pause.to()) && pause.from().isBefore(band.to()))
                .map(band -> new Span(
                        band.from().isBefore(pause.from()) ? pause.from() : band.from(),
                        band.to().isBefore(pause.to()) ? band.to() : pause.to()));
    }

    private boolean isOfService() {
        return explanation.kind() == ClockKind.OPEN_HOURS || explanation.kind() == ClockKind.BUSINESS_DAYS;
    }

    private String why(Day day) {
        return switch (day.kind()) {
            case HOLIDAY -> holiday(day.holiday());
            case WEEKEND -> "fim de semana" + named(day.holiday());
            case CLOSED -> "sem atendimento" + named(day.holiday());
            case OPEN -> day.pauses().isEmpty() ? unused() : "prazo parado";
        };
    }

    private static String holiday(@Nullable String name) {
        return "feriado" + named(name);
    }

    private static String named(@Nullable String name) {
        return name == null || name.isEmpty() || "feriado".equalsIgnoreCase(name) ? "" : " (" + name + ")";
    }

    private String unused() {
        return explanation.kind() == ClockKind.BUSINESS_DAYS
                ? "dia em que começou: conta-se a partir do dia seguinte"
                : "começou fora do horário de atendimento";
    }

    private String bands(List<Span> spans) {
        return spans.stream()
                .map(span -> from(span.from()) + " " + to(span.to()))
                .collect(Collectors.joining(" e "));
    }

    private String from(Instant instant) {
        return isMidnight(instant)
                ? "da meia-noite"
                : wording.atTime(instant).replaceFirst("^à", "da").replaceFirst("^às", "das");
    }

    private String to(Instant instant) {
        return isMidnight(instant) ? "à meia-noite" : wording.atTime(instant);
    }

    private boolean isMidnight(Instant instant) {
        return wording.time(instant).equals("0h");
    }

    private static String days(Row row) {
        if (row.first().equals(row.last())) {
            return day(row.first());
        }
        return day(row.first()) + (row.first().plusDays(1).equals(row.last()) ? ", e " : ", a ") + day(row.last());
    }

    private static String day(LocalDate date) {
        return Wording.weekday(date) + ", " + Wording.dayAndMonth(date);
    }

    /** How much of an amount, to the nearest minute, in what its clock counts: {@code 14 h 40 de atendimento}, {@code 2 dias úteis}, {@code 4 d 2 h}. */
    public static String amount(Duration amount, ClockKind kind) {
        var rounded = amount.plusSeconds(30);
        return switch (kind) {
            case RUNNING -> Wording.age(rounded);
            case OPEN_HOURS -> Wording.remaining(rounded) + " de atendimento";
            case BUSINESS_DAY_24H -> Wording.remaining(rounded) + " de dias úteis";
            case BUSINESS_DAYS -> days(amount.plusHours(23).toDays());
        };
    }

    private static String days(long days) {
        return days == 1 ? "1 dia útil" : days + " dias úteis";
    }
}
