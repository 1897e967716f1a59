package org.guiche.time;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiche.shared.RuleViolation;

/** What a written band gives to one day: {@code 22:00-06:00} gives its evening to one day and its morning to the next. */
record Shift(DayOfWeek day, Band band, DayOfWeek writtenOn, String written) {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");

    /** The one or two that a band gives; refuses what is no band. */
    static Stream<Shift> of(DayOfWeek day, String written) {
        var minutes = Band.minutes(written);
        if (minutes[0] <= minutes[1]) {
            return Stream.of(new Shift(day, new Band(minutes[0], minutes[1]), day, written));
        }
        var evening = new Shift(day, new Band(minutes[0], Band.DAY), day, written);
        return minutes[1] == 0
                ? Stream.of(evening)
                : Stream.of(evening, new Shift(day.plus(1), new Band(0, minutes[1]), day, written));
    }

    /** Refuses two that meet, by the day on which they do and as they were written. */
    static void refuseOverlap(List<Shift> shifts) {
        for (var day : DayOfWeek.values()) {
            var ofDay = shifts.stream()
                    .filter(shift -> shift.day == day)
                    .sorted(Comparator.comparingInt(shift -> shift.band.fromMinute()))
                    .toList();
            for (int i = 1; i < ofDay.size(); i++) {
                if (ofDay.get(i).band.fromMinute() < ofDay.get(i - 1).band.toMinute()) {
                    throw overlap(day, ofDay.get(i - 1).said(), ofDay.get(i).said());
                }
            }
        }
    }

    static RuleViolation overlap(DayOfWeek day, Object one, Object other) {
        return new RuleViolation("time.band.overlap", name(day), one, other);
    }

    private String said() {
        return day == writtenOn ? written : written + " (" + name(writtenOn) + ")";
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, PT);
    }
}
