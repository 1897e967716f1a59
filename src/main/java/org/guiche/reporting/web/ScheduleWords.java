package org.guiche.reporting.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.reporting.Rhythm;
import org.guiche.reporting.Rhythm.Every;
import org.guiche.reporting.RhythmWords;
import org.guiche.reporting.Span;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.sheets.Format;
import org.jspecify.annotations.Nullable;

/** When, of which days and as what reports are sent, to choose and in words. */
final class ScheduleWords {

    static final Rhythm USUAL = new Rhythm(Every.WEEK, 1, 9);

    private static final String KEY = "reporting.schedule.";
    private static final int WEEK = 7;
    private static final int MONTH = 31;
    private static final int HOURS = 24;

    private ScheduleWords() {}

    /** Something to choose. */
    public record Choice(String value, String label) {}

    static List<Choice> days() {
        var days = new ArrayList<Choice>();
        days.add(choice(Every.DAY, 1));
        IntStream.rangeClosed(1, WEEK).forEach(day -> days.add(choice(Every.WEEK, day)));
        IntStream.rangeClosed(1, MONTH).forEach(day -> days.add(choice(Every.MONTH, day)));
        return days;
    }

    private static Choice choice(Every every, int day) {
        return new Choice(value(every, day), RhythmWords.day(every, day));
    }

    static String value(Every every, int day) {
        return every.name().toLowerCase(Locale.ROOT) + "-" + day;
    }

    /** The one of these words; refuses others. */
    static Rhythm rhythm(String day, @Nullable Integer hour) {
        var parts = day.split("-", 2);
        return Arrays.stream(Every.values())
                .filter(one -> parts.length == 2 && one.name().equalsIgnoreCase(parts[0]))
                .findFirst()
                .filter(one -> parts[1].matches("\\d{1,2}") && hour != null)
                .map(one -> new Rhythm(one, Integer.parseInt(parts[1]), hour == null ? 0 : hour))
                .orElseThrow(() -> RuleViolation.of("when", "reporting.schedule.when"));
    }

    static List<Choice> hours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> new Choice(String.valueOf(hour), Texts.get(KEY + "o-clock", hour)))
                .toList();
    }

    static List<Choice> spans() {
        return Arrays.stream(Span.values())
                .map(one -> new Choice(
                        one.name(), Texts.get(KEY + "span." + one.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    static List<Choice> formats() {
        return Stream.of(Format.XLSX, Format.CSV, Format.PDF)
                .map(one -> new Choice(one.name(), Texts.get("reporting.export." + one.word())))
                .toList();
    }
}
