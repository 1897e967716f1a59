package org.guiche.reporting;

import org.guiche.reporting.Rhythm.Every;
import org.guiche.shared.Texts;

/** When something comes again and again, in words. */
public final class RhythmWords {

    private static final String KEY = "reporting.schedule.";
    private static final int LAST = 31;

    private RhythmWords() {}

    /** {@code Toda segunda, 9h}. */
    public static String of(Rhythm rhythm) {
        return Texts.get(KEY + "at", day(rhythm.every(), rhythm.day()), rhythm.hour());
    }

    /** {@code Toda segunda}. */
    public static String day(Every every, int day) {
        return switch (every) {
            case DAY -> Texts.get(KEY + "every.day");
            case WEEK -> Texts.get(KEY + "every.week." + day);
            case MONTH -> Texts.get(KEY + (day == LAST ? "every.month.last" : "every.month"), day);
        };
    }
}
