package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.jspecify.annotations.Nullable;

/** Tells whoever comes out of hours when service resumes (PRODUCT section 4). */
@Named
@ApplicationScoped
public class ServiceHours {

    @Inject
    Clock clock;

    /**
     * {@code Fora do horário. O atendimento volta seg, 30/11, às 9h. Sexta é feriado (Natal).} Empty while somebody is there, and for a
     * unit that keeps no hours.
     */
    public String reopening(@Nullable BusinessUnit unit) {
        var now = clock.instant();
        if (unit == null || unit.calendar().hours().isNever() || unit.calendar().isOpen(now)) {
            return "";
        }
        var calendar = unit.calendar();
        var back = calendar.nextOpening(now);
        var said = Texts.get("tickets.hours.back", new Wording(calendar.zone()).deadline(back, now));
        return holidays(calendar, now, back)
                .findFirst()
                .map(day -> said + " " + holiday(calendar, day))
                .orElse(said);
    }

    /** The days until then that would have had service. */
    private static Stream<LocalDate> holidays(ServiceCalendar calendar, Instant now, Instant back) {
        var today = LocalDate.ofInstant(now, calendar.zone());
        var last = LocalDate.ofInstant(back, calendar.zone());
        return today.datesUntil(last.plusDays(1))
                .filter(day -> !calendar.usual(day.getDayOfWeek()).isEmpty() && !calendar.isBusinessDay(day));
    }

    private static String holiday(ServiceCalendar calendar, LocalDate day) {
        var name = calendar.holidays().on(day).orElse("");
        var date = Wording.weekday(day) + ", " + Wording.dayAndMonth(day);
        return name.isEmpty() || name.equalsIgnoreCase("feriado")
                ? Texts.get("tickets.hours.holiday.nameless", date)
                : Texts.get("tickets.hours.holiday", date, name);
    }
}
