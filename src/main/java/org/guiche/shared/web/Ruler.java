package org.guiche.shared.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deadline ruler as the screen draws it: service time day by day, what of it counts, and where the deadline falls.
 *
 * @param sentence the same in words, for those who do not see it
 */
public record Ruler(List<Day> days, String sentence) {

    private static final int MOST_DAYS = 10;
    private static final int KEPT_AT_AN_END = 4;

    public Ruler {
        days = List.copyOf(days);
    }

    /** What kind of day it is drawn as. */
    public enum Kind {
        OPEN,
        OFF,
        HOLIDAY
    }

    /**
     * A stretch that counts, in percent of the day's service time.
     *
     * @param gone whether it has passed already
     */
    public record Part(double from, double to, boolean gone) {

        public Part {
            if (from < 0 || to > 100 || from > to) {
                throw new IllegalArgumentException("not a part of a day: " + from + " to " + to);
            }
        }

        /** How wide, in the same percent. */
        public double width() {
            return to - from;
        }
    }

    /**
     * A day.
     *
     * @param label what it is called, such as {@code qua}
     * @param note what is said under it, such as {@code 19/11} or {@code feriado}
     * @param due where the deadline falls, in percent of the day's service time; null on other days
     */
    public record Day(
            String label,
            String note,
            Kind kind,
            List<Part> parts,
            @Nullable Double due) {

        public Day {
            parts = List.copyOf(parts);
        }

        /** The classes it is drawn with. */
        public String css() {
            var off = kind == Kind.OPEN ? "" : kind == Kind.OFF ? "off" : "off hol";
            return due == null ? off : (off + " end").strip();
        }
    }

    /** The same ruler, with the days in the middle folded into one where there are too many to draw. */
    public Ruler folded() {
        if (days.size() <= MOST_DAYS) {
            return this;
        }
        var shown = new ArrayList<>(days.subList(0, KEPT_AT_AN_END));
        shown.add(new Day("…", "", Kind.OFF, List.of(), null));
        shown.addAll(days.subList(days.size() - KEPT_AT_AN_END, days.size()));
        return new Ruler(shown, sentence);
    }
}
