package org.guiche.time;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.RuleViolation;

/**
 * The bands of each day of the week, any number a day, kept in order; those that overlap are refused. Immutable. Written, in the
 * API and in settings, as {@code {"MON": ["09:00-12:00", "13:30-18:00"]}}. A written band may pass midnight: the morning of
 * {@code 22:00-06:00} belongs to the next day, and falls away when that day is a holiday.
 */
public record WeeklyHours(Map<DayOfWeek, List<Band>> bands) {

    public WeeklyHours {
        var all = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            all.put(day, inOrder(bands.getOrDefault(day, List.of())));
        }
        bands = Map.copyOf(all);
    }

    private static List<Band> inOrder(List<Band> bands) {
        var sorted =
                bands.stream().sorted(Comparator.comparingInt(Band::fromMinute)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromMinute() < sorted.get(i - 1).toMinute()) {
                throw new RuleViolation("time.band.overlap", sorted.get(i - 1), sorted.get(i));
            }
        }
        return sorted;
    }

    /** No service at all. */
    public static WeeklyHours never() {
        return new WeeklyHours(Map.of());
    }

    /** Around the clock. */
    public static WeeklyHours always() {
        var hours = never();
        for (var day : DayOfWeek.values()) {
            hours = hours.with(day, "00:00-24:00");
        }
        return hours;
    }

    /** The same written bands from Monday to Friday. */
    public static WeeklyHours weekdays(String... bands) {
        var hours = never();
        for (var day : DayOfWeek.values()) {
            for (var band : day.compareTo(DayOfWeek.FRIDAY) > 0 ? new String[0] : bands) {
                hours = hours.with(day, band);
            }
        }
        return hours;
    }

    /** Reads the written form, days {@code MON} to {@code SUN}; refuses other days and malformed bands. */
    public static WeeklyHours parse(Map<String, ? extends Collection<String>> written) {
        var hours = never();
        for (var entry : written.entrySet()) {
            var day = day(entry.getKey());
            for (var band : entry.getValue()) {
                hours = hours.with(day, band);
            }
        }
        return hours;
    }

    private static DayOfWeek day(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> written(day).equals(written))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("time.day.unknown", written));
    }

    private static String written(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    /** These and one more written band, which may pass midnight. */
    public WeeklyHours with(DayOfWeek day, String band) {
        var minutes = Band.minutes(band);
        if (minutes[0] <= minutes[1]) {
            return with(day, new Band(minutes[0], minutes[1]));
        }
        var evening = with(day, new Band(minutes[0], Band.DAY));
        return minutes[1] == 0 ? evening : evening.with(day.plus(1), new Band(0, minutes[1]));
    }

    /** These and one more band. */
    public WeeklyHours with(DayOfWeek day, Band band) {
        var all = new EnumMap<>(bands);
        var ofDay = new ArrayList<>(on(day));
        ofDay.add(band);
        all.put(day, ofDay);
        return new WeeklyHours(all);
    }

    /** The bands of one day of the week; none when it does not serve. */
    public List<Band> on(DayOfWeek day) {
        return bands.getOrDefault(day, List.of());
    }

    /** The written form, days that serve only, Monday first; {@link #parse} reads equal hours from it. */
    public Map<String, List<String>> written() {
        var written = new LinkedHashMap<String, List<String>>();
        for (var day : DayOfWeek.values()) {
            if (!on(day).isEmpty()) {
                written.put(written(day), on(day).stream().map(Band::toString).toList());
            }
        }
        return written;
    }
}
