package org.guiche.time;

import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;

/** Hours within one day, half-open, in minutes of the local day: {@code 09:00-12:00}; {@code 24:00} ends a day. */
public record Band(int fromMinute, int toMinute) {

    static final int DAY = 24 * 60;

    /** From midnight to midnight. */
    public static final Band WHOLE_DAY = new Band(0, DAY);

    private static final Pattern FORMAT =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    public Band {
        if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new RuleViolation("time.band.malformed", written(fromMinute, toMinute));
        }
    }

    /** Reads {@code HH:mm-HH:mm}; refuses anything else, and an end that is not after the beginning on the same day. */
    public static Band parse(String text) {
        var minutes = minutes(text);
        return new Band(minutes[0], minutes[1]);
    }

    /** The two ends of a written band, which may pass midnight: {@code 22:00-06:00} ends before it begins. */
    static int[] minutes(String text) {
        var match = FORMAT.matcher(text);
        if (!match.matches()) {
            throw new RuleViolation("time.band.malformed", text);
        }
        var end = match.group(3) == null ? DAY : minute(match.group(3), match.group(4));
        return new int[] {minute(match.group(1), match.group(2)), end};
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** How many minutes of the local day it holds. */
    public int minutes() {
        return toMinute - fromMinute;
    }

    /** {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return written(fromMinute, toMinute);
    }

    static String written(int from, int to) {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, Math.floorMod(from, 60), to / 60, Math.floorMod(to, 60));
    }
}
