package org.guiche.tickets.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.guiche.shared.Texts;
import org.guiche.time.RulerWording;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Wording;

/** When we answer: now or not, this week, and the next holiday that keeps us away. */
public final class ServiceWeek {

    private static final int DAYS = 7;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, dd/MM", Locale.forLanguageTag("pt-BR"));

    private final ServiceCalendar calendar;
    private final Instant now;
    private final LocalDate today;
    private final Wording wording;

    ServiceWeek(ServiceCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
        this.today = LocalDate.ofInstant(now, calendar.zone());
        this.wording = new Wording(calendar.zone());
    }

    /** One day, with the class it is drawn with. */
    public record Day(String label, String css) {}

    public boolean isOpen() {
        return calendar.isOpen(now);
    }

    /** {@code até 17h30}, or when we are back. */
    public String getUntil() {
        return isOpen()
                ? calendar.closing(now)
                        .map(end -> Texts.get("tickets.home.until", wording.time(end)))
                        .orElse("")
                : Texts.get("tickets.home.back", wording.shortDeadline(calendar.nextOpening(now), now));
    }

    public List<Day> getDays() {
        var monday = today.with(DayOfWeek.MONDAY);
        return IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(this::day)
                .toList();
    }

    private Day day(LocalDate day) {
        var css = day.equals(today) ? "now" : isHoliday(day) ? "hol" : calendar.isBusinessDay(day) ? "" : "off";
        return new Day(Wording.weekday(day), css);
    }

    private boolean isHoliday(LocalDate day) {
        return !calendar.usual(day.getDayOfWeek()).isEmpty() && !calendar.isBusinessDay(day);
    }

    /** {@code seg a sex, das 9h às 17h30}. */
    public String getHours() {
        return RulerWording.week(calendar.hours());
    }

    /** The holiday of the coming seven days that keeps us away, if there is one. */
    public String getHoliday() {
        return IntStream.range(0, DAYS)
                .mapToObj(today::plusDays)
                .filter(this::isHoliday)
                .findFirst()
                .map(this::absence)
                .orElse("");
    }

    private String absence(LocalDate day) {
        var name = calendar.holidays().on(day).orElse("");
        var back = calendar.nextOpening(
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        return Texts.get("tickets.home.holiday", DAY.format(day), name, wording.deadline(back, now));
    }
}
