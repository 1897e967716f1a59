package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says instants, durations and deadlines in Portuguese, as the interface does (DESIGN section 6), in one zone. */
public final class Wording {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("dd/MM", PT);
    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("dd/MM/yyyy", PT);
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' yyyy", PT);
    private static final List<String> SHORT = List.of("seg", "ter", "qua", "qui", "sex", "sáb", "dom");
    private static final List<String> LONG =
            List.of("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo");
    private static final int MINUTES_AN_HOUR = 60;

    private final ZoneId zone;

    /** For people in that zone. */
    public Wording(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 14h20}; {@code 9h} on the hour. */
    public String time(Instant instant) {
        var local = instant.atZone(zone);
        return local.getMinute() == 0 ? local.getHour() + "h" : "%dh%02d".formatted(local.getHour(), local.getMinute());
    }

    /** {@code seg}, {@code ter}, … */
    public static String weekday(LocalDate day) {
        return SHORT.get(day.getDayOfWeek().getValue() - 1);
    }

    /** {@code 19/11}. */
    public static String dayAndMonth(LocalDate day) {
        return DAY_MONTH.format(day);
    }

    /** A deadline: {@code hoje, 16h20} · {@code amanhã, 9h} · {@code seg, 24/11, 13h20}. */
    public String deadline(Instant due, Instant now) {
        var day = due.atZone(zone).toLocalDate();
        var distance = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day);
        var name = distance == 0
                ? "hoje"
                : distance == 1 ? "amanhã" : weekday(day) + ", " + dayAndMonth(day) + yearIfOther(day, now);
        return name + ", " + time(due);
    }

    private String yearIfOther(LocalDate day, Instant now) {
        return day.getYear() == now.atZone(zone).getYear() ? "" : "/" + day.getYear();
    }

    /** Something past: {@code agora} · {@code há 12 min} · {@code há 22 h} · {@code ontem} · {@code seg, 17/11} · {@code 14/11/2024}. */
    public String past(Instant instant, Instant now) {
        var ago = Duration.between(instant, now);
        if (ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return "agora";
        }
        if (ago.compareTo(Duration.ofHours(1)) < 0) {
            return "há " + ago.toMinutes() + " min";
        }
        if (ago.compareTo(Duration.ofDays(1)) < 0) {
            return "há " + ago.toHours() + " h";
        }
        var day = instant.atZone(zone).toLocalDate();
        var today = now.atZone(zone).toLocalDate();
        if (day.equals(today.minusDays(1))) {
            return "ontem";
        }
        return day.getYear() == today.getYear() ? weekday(day) + ", " + dayAndMonth(day) : DAY_MONTH_YEAR.format(day);
    }

    /** When it was said: {@code 14h20} today, {@code ontem, 14h40}, {@code ter, 18/11, 14h40}, with the year when it is another. */
    public String moment(Instant instant, Instant now) {
        var day = instant.atZone(zone).toLocalDate();
        var today = now.atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return time(instant);
        }
        var name = day.equals(today.minusDays(1))
                ? "ontem"
                : day.getYear() == today.getYear()
                        ? weekday(day) + ", " + dayAndMonth(day)
                        : DAY_MONTH_YEAR.format(day);
        return name + ", " + time(instant);
    }

    /** {@code quarta-feira, 19 de novembro de 2025, 14h20 (horário de Brasília)}; the zone only where it is another than this. */
    public String absolute(Instant instant) {
        return ABSOLUTE.format(instant.atZone(zone)) + ", " + time(instant);
    }

    /** The zone as people say it: {@code horário de Brasília}, else its city. */
    public String zoneName() {
        var id = zone.getId();
        return id.equals("America/Sao_Paulo")
                ? "horário de Brasília"
                : "horário de " + id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** An amount with its kind: {@code 30 min}, {@code 16 horas úteis}, {@code 3 dias úteis}, {@code 48 horas corridas}. */
    public static String amount(Amount amount, ClockKind kind) {
        return switch (kind) {
            case RUNNING -> counted(amount, " corrido", " corrida");
            case OPEN_HOURS -> counted(amount, " útil", " útil") + "";
            case BUSINESS_DAY_24H -> wholeDays(amount) + " (24 h por dia útil)";
            case BUSINESS_DAYS -> counted(amount, " útil", " útil");
        };
    }

    private static String wholeDays(Amount amount) {
        var hours = amount.duration().toHours();
        return amount.days() ? counted(amount, " útil", " útil") : hours + (hours == 1 ? " hora útil" : " horas úteis");
    }

    private static String counted(Amount amount, String masculine, String feminine) {
        if (amount.days()) {
            return amount.value() == 1 ? "1 dia" + masculine : amount.value() + " dias" + plural(masculine);
        }
        var minutes = amount.value();
        if (minutes % MINUTES_AN_HOUR != 0 || minutes < MINUTES_AN_HOUR) {
            return length(amount.duration());
        }
        var hours = minutes / MINUTES_AN_HOUR;
        return hours == 1 ? "1 hora" + feminine : hours + " horas" + plural(feminine);
    }

    private static String plural(String adjective) {
        return adjective.endsWith("útil") ? " úteis" : adjective + "s";
    }

    /** {@code 30 min}, {@code 3h10}, {@code 4h}. */
    public static String length(Duration length) {
        var minutes = length.toMinutes();
        if (minutes < MINUTES_AN_HOUR) {
            return minutes + " min";
        }
        var rest = minutes % MINUTES_AN_HOUR;
        return rest == 0 ? minutes / MINUTES_AN_HOUR + "h" : "%dh%02d".formatted(minutes / MINUTES_AN_HOUR, rest);
    }

    /** The deadline ruler in words: {@code 16 horas úteis: 3h10 na quarta, 8h30 na sexta e 4h20 na segunda. Quinta, 20/11, é feriado (…).} */
    public String explain(Explanation explanation) {
        var parts = new ArrayList<String>();
        for (var day : explanation.days()) {
            if (!day.isSkipped()) {
                parts.add(length(day.countedTime()) + inThe(day.date()));
            }
        }
        var counted = amount(explanation.amount(), explanation.kind());
        var detail = parts.isEmpty() || parts.size() > 7 || explanation.kind() == ClockKind.BUSINESS_DAYS
                ? ""
                : ": " + listed(parts);
        return counted + detail + "." + holidays(explanation);
    }

    private static String holidays(Explanation explanation) {
        return explanation.skippedHolidays().stream()
                .map(day -> " " + capital(LONG.get(day.date().getDayOfWeek().getValue() - 1)) + ", "
                        + dayAndMonth(day.date()) + ", é feriado (" + day.holiday() + ").")
                .collect(Collectors.joining());
    }

    private static String inThe(LocalDate day) {
        var name = LONG.get(day.getDayOfWeek().getValue() - 1);
        return (day.getDayOfWeek().getValue() > 5 ? " no " : " na ") + name;
    }

    private static String listed(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " e " + parts.get(parts.size() - 1);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(PT) + word.substring(1);
    }

    ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }
}
