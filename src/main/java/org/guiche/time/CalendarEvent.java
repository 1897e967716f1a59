package org.guiche.time;

import biweekly.component.VEvent;
import biweekly.property.ValuedProperty;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One event of a calendar file, as far as it may be a holiday. */
final class CalendarEvent {

    private static final String NAMELESS = "feriado";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 31;
    private static final int EARLIEST = 1900;
    private static final int LONGEST_INTERVAL = 100;

    private final VEvent event;

    CalendarEvent(VEvent event) {
        this.event = event;
    }

    /** The date that a property holds; none where it says an hour too, or is no date of the calendar. */
    static Optional<LocalDate> date(@Nullable ICalDate value) {
        if (value == null || value.hasTime() || value.getRawComponents() == null) {
            return Optional.empty();
        }
        try {
            var raw = value.getRawComponents();
            return Optional.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What it is called, in one line. */
    String name() {
        var name = text(event.getSummary()).strip().replaceAll("\\s+", " ");
        return name.isEmpty() ? NAMELESS : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    String uid() {
        return text(event.getUid());
    }

    private static String text(@Nullable ValuedProperty<String> property) {
        var value = property == null ? null : property.getValue();
        return value == null ? "" : value;
    }

    boolean isCancelled() {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    boolean isReplacement() {
        return event.getRecurrenceId() != null;
    }

    /** How many days it takes, its end being the day after. */
    int length() {
        var start = start();
        var end = event.getDateEnd() == null
                ? Optional.<LocalDate>empty()
                : date(event.getDateEnd().getValue());
        var days = start.isPresent() && end.isPresent() ? ChronoUnit.DAYS.between(start.get(), end.get()) : written();
        return (int) Math.max(1, Math.min(MOST_DAYS, days));
    }

    private long written() {
        var duration = event.getDuration() == null ? null : event.getDuration().getValue();
        return duration == null
                ? 1
                : duration.toMillis() / ChronoUnit.DAYS.getDuration().toMillis();
    }

    private Optional<LocalDate> start() {
        return event.getDateStart() == null
                ? Optional.empty()
                : date(event.getDateStart().getValue());
    }

    /** The dates on which it begins in these years; empty when it is no holiday but an hour, or comes otherwise than yearly. */
    Optional<List<LocalDate>> starts(int firstYear, int lastYear) {
        var start = start().filter(day -> day.getYear() >= EARLIEST);
        var rule = event.getRecurrenceRule() == null
                ? null
                : event.getRecurrenceRule().getValue();
        if (start.isEmpty() || (rule != null && !isYearly(rule))) {
            return Optional.empty();
        }
        var starts = new TreeSet<LocalDate>();
        starts.add(start.get());
        if (rule != null) {
            repeat(rule, start.get(), firstYear, lastYear, starts);
        }
        event.getRecurrenceDates()
                .forEach(dates -> dates.getDates().forEach(day -> date(day).ifPresent(starts::add)));
        event.getExceptionDates()
                .forEach(dates -> dates.getValues().forEach(day -> date(day).ifPresent(starts::remove)));
        return Optional.of(List.copyOf(starts));
    }

    /** Every year or every so many; more of them than anybody waits for would run over the end of an int. */
    private static boolean isYearly(Recurrence rule) {
        var interval = rule.getInterval() == null ? 1 : rule.getInterval();
        return rule.getFrequency() == Frequency.YEARLY && interval >= 1 && interval <= LONGEST_INTERVAL;
    }

    private static void repeat(Recurrence rule, LocalDate start, int firstYear, int lastYear, Set<LocalDate> days) {
        var first = new DateValueImpl(start.getYear(), start.getMonthValue(), start.getDayOfMonth());
        var repeated = RecurrenceIteratorFactory.createRecurrenceIterator(rule, first, TimeZone.getTimeZone("UTC"));
        repeated.advanceTo(new DateValueImpl(firstYear - 1, 1, 1)); // what began in December may last
        while (repeated.hasNext()) {
            var day = repeated.next();
            if (day.year() > lastYear) {
                return;
            }
            days.add(LocalDate.of(day.year(), day.month(), day.day()));
        }
    }
}
