package org.guiche.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.WeeklyHours;
import org.jspecify.annotations.Nullable;

/** Days as the law counts them: those of Brasília. */
public final class Days {

    /** Where the days are counted. */
    public static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(BRASILIA);

    private static final ServiceCalendar WEEKDAYS =
            new ServiceCalendar(BRASILIA, WeeklyHours.weekdays("00:00-24:00"), Holidays.national());

    private Days() {}

    /** Today. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(BRASILIA));
    }

    /**
     * The last minute of that many business days later, without weekends and national holidays; the day itself does not count (Código Civil,
     * art. 132).
     */
    static Instant afterBusinessDays(Instant from, int days) {
        return WEEKDAYS.due(from, Amount.days(days), ClockKind.BUSINESS_DAYS, List.of())
                .minus(1, ChronoUnit.MINUTES);
    }

    /** {@code 26/11/2026}; nothing for none. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** {@code 26/11/2026 14:05}; nothing for none. */
    public static String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }
}
