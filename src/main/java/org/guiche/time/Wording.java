package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says instants and amounts of time in Portuguese, as the interface does (DESIGN section 6), in one zone. */
public final class Wording {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("dd/MM", PT);
    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("dd/MM/yyyy", PT);
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' yyyy", PT);
    private static final List<String> SHORT = List.of("seg", "ter", "qua", "qui", "sex", "sáb", "dom");
    private static final List<String> NEAR = List.of("ontem", "hoje", "amanhã");
    private static final int RECENT_DAYS = 4;
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("America/Sao_Paulo", "de Brasília"),
            Map.entry("America/Bahia", "da Bahia"),
            Map.entry("America/Recife", "do Recife"),
            Map.entry("America/Maceio", "de Maceió"),
            Map.entry("America/Belem", "de Belém"),
            Map.entry("America/Santarem", "de Santarém"),
            Map.entry("America/Araguaina", "de Araguaína"),
            Map.entry("America/Cuiaba", "de Cuiabá"),
            Map.entry("America/Eirunepe", "de Eirunepé"),
            Map.entry("America/Noronha", "de Fernando de Noronha"));

    private final ZoneId zone;

    /** For people in that zone. */
    public Wording(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 14h20}; {@code 9h} on the hour. */
    public String time(Instant instant) {
        var local = LocalTime.ofInstant(instant, zone);
        return clock(local.getHour() * 60 + local.getMinute());
    }

    static String clock(int minute) {
        var past = minute % 60;
        return minute / 60 + "h" + (past == 0 ? "" : past < 10 ? "0" + past : Integer.toString(past));
    }

    /** {@code às 14h20}; {@code à 1h}. */
    public String atTime(Instant instant) {
        return at(LocalTime.ofInstant(instant, zone).getHour()) + time(instant);
    }

    static String at(int hour) {
        return hour <= 1 ? "à " : "às ";
    }

    /** {@code seg}, {@code ter}, … */
    public static String weekday(LocalDate day) {
        return SHORT.get(day.getDayOfWeek().getValue() - 1);
    }

    /** {@code 19/11}. */
    public static String dayAndMonth(LocalDate day) {
        return DAY_MONTH.format(day);
    }

    /** A deadline in a sentence or title: {@code hoje, 16h20} · {@code amanhã, 9h} · {@code seg, 24/11, às 13h20}; with the year when it is another. */
    public String deadline(Instant due, Instant now) {
        return isNear(due, now) ? shortDeadline(due, now) : dated(due, now) + ", " + atTime(due);
    }

    /** A deadline where there is little room: {@code hoje, 16h20} · {@code amanhã, 9h} · {@code seg, 24/11, 13h20}. */
    public String shortDeadline(Instant due, Instant now) {
        return (isNear(due, now) ? NEAR.get((int) daysFromToday(due, now) + 1) : dated(due, now)) + ", " + time(due);
    }

    private boolean isNear(Instant instant, Instant now) {
        return Math.abs(daysFromToday(instant, now)) <= 1;
    }

    private long daysFromToday(Instant instant, Instant now) {
        return ChronoUnit.DAYS.between(dateOf(now), dateOf(instant));
    }

    private LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private String dated(Instant instant, Instant now) {
        var day = dateOf(instant);
        var format = day.getYear() == dateOf(now).getYear() ? DAY_MONTH : DAY_MONTH_YEAR;
        return weekday(day) + ", " + format.format(day);
    }

    /**
     * Something past: {@code agora} · {@code há 12 min} · {@code há 22 h}, then {@code ontem}, {@code seg, 17/11} up to four days
     * ago, {@code 14/11/2025} before that.
     */
    public String past(Instant instant, Instant now) {
        var ago = Duration.between(instant, now);
        if (ago.toMinutes() < 1) {
            return "agora";
        }
        if (ago.toHours() < 1) {
            return "há " + ago.toMinutes() + " min";
        }
        return ago.toDays() < 1 ? "há " + ago.toHours() + " h" : longPast(dateOf(instant), dateOf(now));
    }

    private static String longPast(LocalDate day, LocalDate today) {
        if (day.equals(today.minusDays(1))) {
            return "ontem";
        }
        var recent = !day.isBefore(today.minusDays(RECENT_DAYS));
        return recent ? weekday(day) + ", " + dayAndMonth(day) : DAY_MONTH_YEAR.format(day);
    }

    /** When something was said: {@code 14h20} today, {@code ontem, 14h40}, {@code ter, 18/11, 14h40}, with the year when it is another. */
    public String moment(Instant instant, Instant now) {
        var distance = daysFromToday(instant, now);
        if (distance == 0) {
            return time(instant);
        }
        return (distance == -1 ? "ontem" : dated(instant, now)) + ", " + time(instant);
    }

    /** For tooltips: {@code quarta-feira, 19 de novembro de 2025, 14h20}. */
    public String absolute(Instant instant) {
        return ABSOLUTE.format(instant.atZone(zone)) + ", " + time(instant);
    }

    /** Where the zone matters: {@code quarta-feira, 19 de novembro de 2025, 14h20 (horário de Brasília)}. */
    public String absoluteWithZone(Instant instant) {
        return absolute(instant) + " (" + zoneName() + ")";
    }

    /** The zone as people say it: {@code horário de Brasília}, else its city; an offset as it is written. */
    public String zoneName() {
        var id = zone.getId();
        var city = id.indexOf('/') < 0
                ? id
                : "de " + id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        return "horário " + PLACES.getOrDefault(id, city);
    }

    /** An amount with what its clock counts: {@code 16 horas úteis}, {@code 3 dias úteis}, {@code 48 horas corridas}. */
    public static String amount(Amount amount, ClockKind kind) {
        return AmountWording.amount(amount, kind);
    }

    /** The same where there is little room: {@code 30 min úteis}, {@code 16 h úteis}, {@code 1 dia útil}. */
    public static String shortAmount(Amount amount, ClockKind kind) {
        return AmountWording.shortAmount(amount, kind);
    }

    /** A length of time: {@code 30 min}, {@code 3h10}, {@code 4h}. */
    public static String length(Duration length) {
        return length.toHours() < 1 ? length.toMinutes() + " min" : clock((int) length.toMinutes());
    }

    /** What is left, on a chip: {@code 42 min}, {@code 15 h 15}, {@code 4 h}. */
    public static String remaining(Duration left) {
        var minutes = "%02d".formatted(left.toMinutesPart());
        if (left.toHours() < 1) {
            return left.toMinutes() + " min";
        }
        return left.toHours() + " h" + (left.toMinutesPart() == 0 ? "" : " " + minutes);
    }

    /** How long something has lasted or is late, around the clock: {@code 42 min}, {@code 2 h 10}, {@code 4 d 2 h}. */
    public static String age(Duration age) {
        if (age.toDays() < 1) {
            return remaining(age);
        }
        return age.toDays() + " d" + (age.toHoursPart() == 0 ? "" : " " + age.toHoursPart() + " h");
    }
}
