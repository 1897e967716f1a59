package org.guiche.units.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The bands of a day as administrators type them: {@code 9h–12h, 13h30–18h}; {@code 22h–6h} passes midnight; nothing is closed. */
final class HoursText {

    private static final String TIME = "(\\d{1,2})(?:h|:)?(\\d{2})?";
    private static final Pattern BAND =
            Pattern.compile("(?:das? )?" + TIME + " ?(?:-|–|—|até(?: as| às)?|às|as|a|à) ?" + TIME);
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;]|\\be\\b)\\s*");
    private static final Pattern WRITTEN = Pattern.compile("0?(\\d+):(\\d\\d)-0?(\\d+):(\\d\\d)");
    private static final int LAST_HOUR = 24;
    private static final int AN_HOUR = 60;

    private HoursText() {}

    /** Reads them as a calendar writes them, {@code 09:00-12:00}; refuses what is no band. Which of them overlap, the calendar says. */
    static List<String> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("fechado")) {
            return List.of();
        }
        var bands = new ArrayList<String>();
        for (var band : BETWEEN.split(text, -1)) {
            bands.add(band(band, typed));
        }
        return List.copyOf(bands);
    }

    private static String band(String text, String typed) {
        var band = BAND.matcher(text);
        if (!band.matches()) {
            throw new RuleViolation("units.service.hours", typed);
        }
        return time(band.group(1), band.group(2), typed) + "-" + time(band.group(3), band.group(4), typed);
    }

    private static String time(String hour, @Nullable String minute, String typed) {
        var hours = Integer.parseInt(hour);
        var minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (hours > LAST_HOUR || minutes >= AN_HOUR || (hours == LAST_HOUR && minutes > 0)) {
            throw new RuleViolation("units.service.hours", typed);
        }
        return "%02d:%02d".formatted(hours, minutes);
    }

    /** The same as it is typed. */
    static String of(List<String> bands) {
        return bands.stream().map(HoursText::said).collect(Collectors.joining(", "));
    }

    /** {@code 9h–17h30}. */
    private static String said(String band) {
        var parts = WRITTEN.matcher(band);
        return parts.matches()
                ? clock(parts.group(1), parts.group(2)) + "–" + clock(parts.group(3), parts.group(4))
                : band;
    }

    private static String clock(String hour, String minute) {
        return hour + "h" + (minute.equals("00") ? "" : minute);
    }
}
