package org.guiche.time;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.guiche.shared.RuleViolation;

/** Reads the holidays of an iCalendar file, such as city halls and calendar programs give away (ADR 18). Fetches nothing. */
public final class CalendarFile {

    private static final int MOST_LETTERS = 1_000_000;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_DAYS = 1_000;
    private static final int MOST_SKIPPED = 50;

    private final int firstYear;
    private final int lastYear;
    private final SortedMap<LocalDate, String> days = new TreeMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();

    private CalendarFile(int firstYear, int lastYear) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /**
     * What a file brings.
     *
     * @param days the holidays by date, each with its name; {@link Holidays#with(java.util.Map)} takes them
     * @param skipped the names of events that are no holidays of these years: at an hour of the day, or repeated otherwise than yearly
     */
    public record Imported(SortedMap<LocalDate, String> days, List<String> skipped) {

        public Imported {
            days = new TreeMap<>(days);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * The all-day events of these years, repeated yearly ones worked out; those of several days close each of them. Refuses, with a
     * sentence for whoever chose the file, what is no calendar, too large, or without any such day.
     */
    public static Imported holidays(String text, int firstYear, int lastYear) {
        if (text.length() > MOST_LETTERS) {
            throw new RuleViolation("time.file.too-large", MOST_LETTERS);
        }
        var events = events(text);
        if (events.size() > MOST_EVENTS) {
            throw new RuleViolation("time.file.too-many", MOST_EVENTS);
        }
        var file = new CalendarFile(firstYear, lastYear);
        events.forEach(file::noteReplacement);
        events.forEach(file::add);
        if (file.days.isEmpty()) {
            throw new RuleViolation("time.file.nothing", firstYear, lastYear);
        }
        var skipped = file.skipped.stream().sorted().limit(MOST_SKIPPED).toList();
        return new Imported(file.days, skipped);
    }

    private static List<VEvent> events(String text) {
        var events = new ArrayList<VEvent>();
        var found = false;
        try (var reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone("UTC"));
            for (ICalendar calendar; (calendar = reader.readNext()) != null; ) {
                found = true;
                events.addAll(calendar.getEvents());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text does not fail to be read
        }
        if (!found) {
            throw new RuleViolation("time.file.not-a-calendar");
        }
        return events;
    }

    /** One day of a series that was moved or cancelled comes as an event of its own. */
    private void noteReplacement(VEvent event) {
        var id = event.getRecurrenceId();
        if (id != null && event.getUid() != null) {
            CalendarEvent.date(id.getValue())
                    .ifPresent(day -> replaced.add(event.getUid().getValue() + day));
        }
    }

    private void add(VEvent file) {
        var event = new CalendarEvent(file);
        if (event.isCancelled()) {
            return;
        }
        var starts = event.starts(firstYear, lastYear);
        if (starts.isEmpty()) {
            skipped.add(event.name());
            return;
        }
        starts.get().stream()
                .filter(day -> event.isReplacement() || !replaced.contains(event.uid() + day))
                .forEach(day -> close(event.name(), day, event.length()));
    }

    private void close(String name, LocalDate first, int length) {
        for (int i = 0; i < length; i++) {
            var day = first.plusDays(i);
            if (day.getYear() >= firstYear && day.getYear() <= lastYear) {
                days.merge(day, name, (one, other) -> one.equals(other) ? one : one + " e " + other);
            }
        }
        if (days.size() > MOST_DAYS) {
            throw new RuleViolation("time.file.too-many", MOST_DAYS);
        }
    }
}
