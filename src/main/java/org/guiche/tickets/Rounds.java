package org.guiche.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.BusinessUnit;

/** When a unit's triage rounds are: at its times of day, on days on which it serves; every day where it never does. */
record Rounds(ServiceCalendar calendar, List<LocalTime> times) {

    /** No calendar closes longer than that between two rounds that anybody would miss. */
    private static final int FAR = 60;

    static Rounds of(BusinessUnit unit) {
        return new Rounds(unit.calendar(), unit.settings().triage().rounds());
    }

    /** The last one that was due by then. */
    Optional<Instant> last(Instant by) {
        var today = day(by);
        return days(today, -1)
                .flatMap(day -> on(day).filter(round -> !round.isAfter(by)).reduce((one, later) -> later).stream())
                .findFirst();
    }

    /** The first one that is due after that. */
    Optional<Instant> next(Instant after) {
        return days(day(after), 1)
                .flatMap(day -> on(day).filter(round -> round.isAfter(after)))
                .findFirst();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, calendar.zone());
    }

    private Stream<LocalDate> days(LocalDate from, int step) {
        return IntStream.range(0, FAR)
                .mapToObj(number -> from.plusDays((long) number * step))
                .filter(day -> calendar.hours().isNever() || calendar.isBusinessDay(day));
    }

    private Stream<Instant> on(LocalDate day) {
        return times.stream()
                .map(time -> day.atTime(time).atZone(calendar.zone()).toInstant());
    }
}
