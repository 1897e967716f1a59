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
import java.util.function.BiFunction;
import org.guiche.shared.RuleViolation;

/**
 * The bands of each day of the week, any number a day, kept in order; those that overlap are refused. Immutable. Written, in the
 * API and in settings, as {@code {"MON": ["09:00-12:00", "13:30-18:00"]}}. A written band may pass midnight: the morning of
 * {@code 22:00-06:00} belongs to the next day, and falls away when that day is a holiday, as the evening does when its own is.
 */
public record WeeklyHours(Map<DayOfWeek, List<Band>> bands) {

    public WeeklyHours {
        var all = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            all.put(day, inOrder(day, bands.getOrDefault(day, List.of())));
        }
        bands = Map.copyOf(all);
    }

    private static List<Band> inOrder(DayOfWeek day, List<Band> bands) {
        var sorted =
                bands.stream().sorted(Comparator.comparingInt(Band::fromMinute)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromMinute() < sorted.get(i - 1).toMinute()) {
                throw Shift.overlap(day, sorted.get(i - 1), sorted.get(i));
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

    /** Reads the written form, days {@code MON} to {@code SUN}; refuses other days, malformed bands and those that overlap. */
    public static WeeklyHours parse(Map<String, ? extends Collection<String>> written) {
        var shifts = written.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().flatMap(band -> Shift.of(day(entry.getKey()), band)))
                .toList();
        Shift.refuseOverlap(shifts);
        var hours = never();
        for (var shift : shifts) {
            hours = hours.with(shift.day(), shift.band());
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
        var hours = this;
        for (var shift : Shift.of(day, band).toList()) {
            hours = hours.with(shift.day(), shift.band());
        }
        return hours;
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

    /** Whether there is any service in a week without holidays. */
    public boolean isNever() {
        return bands.values().stream().allMatch(List::isEmpty);
    }

    /** The written form, days that serve only, Monday first; {@link #parse} reads equal hours from it. */
    public Map<String, List<String>> written() {
        var written = new LinkedHashMap<String, List<String>>();
        for (var day : DayOfWeek.values()) {
            var shifts = written(day, (from, to) -> Band.written(from, to));
            if (!shifts.isEmpty()) {
                written.put(written(day), shifts);
            }
        }
        return written;
    }

    /**
     * The bands that begin on a day in whatever words: what ends at midnight goes on to the end of the next day's morning. A band
     * from midnight to midnight stays one of its own.
     */
    List<String> written(DayOfWeek day, BiFunction<Integer, Integer, String> words) {
        return on(day).stream()
                .filter(band -> !(endsAtMidnight(day.minus(1)) && isMorning(band)))
                .map(band -> words.apply(band.fromMinute(), isEvening(band) ? morning(day.plus(1)) : band.toMinute()))
                .toList();
    }

    private boolean endsAtMidnight(DayOfWeek day) {
        return on(day).stream().anyMatch(WeeklyHours::isEvening);
    }

    /** When the service ends that begins with that day's midnight; midnight itself where none does. */
    private int morning(DayOfWeek day) {
        return on(day).stream()
                .filter(WeeklyHours::isMorning)
                .findFirst()
                .map(Band::toMinute)
                .orElse(Band.DAY);
    }

    private static boolean isEvening(Band band) {
        return band.toMinute() == Band.DAY && band.fromMinute() > 0;
    }

    private static boolean isMorning(Band band) {
        return band.fromMinute() == 0 && band.toMinute() < Band.DAY;
    }
}
