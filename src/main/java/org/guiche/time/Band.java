package org.guiche.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Opening hours within one day, half-open, in minutes of the local day: {@code 09:00-12:00}; {@code 24:00} ends a day. */
public record Band(int fromMinute, int toMinute) {

    static final int DAY = 24 * 60;

    private static final Pattern FORMAT =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    public Band {
        if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("a band lies within one day and ends after it begins");
        }
    }

    /** Reads {@code HH:mm-HH:mm}; refuses anything else with IllegalArgumentException. */
    public static Band parse(String text) {
        var match = FORMAT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a band like 09:00-12:00: " + text);
        }
        var end = match.group(3) == null ? DAY : minute(match.group(3), match.group(4));
        return new Band(minute(match.group(1), match.group(2)), end);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** This band on that day, in the zone; where a clock change skips a local time, the instant after the gap. */
    Span on(LocalDate day, ZoneId zone) {
        return new Span(instant(day, fromMinute, zone), instant(day, toMinute, zone));
    }

    static Instant instant(LocalDate day, int minute, ZoneId zone) {
        return minute == DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
    }

    /** {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
    }
}
