package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A day off of a unit's own: {@code 25/12/2026}, or {@code 09/07} for every year, perhaps since one; a dated one may close a part only. */
public final class HolidayInput {

    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4})|(?: (?:desde|a partir de) (\\d{4})))?");
    private static final Pattern KEPT = Pattern.compile("(\\d{4}|-)-(\\d{2})-(\\d{2})");

    private String date = "";
    private String name = "";
    private String closed = "";

    /** A day of an imported file. */
    static HolidayInput of(LocalDate day, String name) {
        var input = new HolidayInput();
        input.date = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        input.name = name;
        return input;
    }

    /** A day as a calendar keeps it: its date alone, or with a name. */
    static HolidayInput of(JsonValue kept) {
        var input = new HolidayInput();
        if (kept instanceof JsonString date) {
            input.date = typed(date.getString(), 0);
        } else {
            var json = kept.asJsonObject();
            input.date = typed(json.getString("date"), json.getInt("since", 0));
            input.name = json.getString("name", "");
            input.closed = json.containsKey("closed") ? HoursText.of(List.of(json.getString("closed"))) : "";
        }
        return input;
    }

    private static String typed(String kept, int since) {
        var parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            return kept;
        }
        var day = parts.group(3) + "/" + parts.group(2);
        var isYearly = parts.group(1).equals("-");
        return isYearly ? day + (since == 0 ? "" : " desde " + since) : day + "/" + parts.group(1);
    }

    /** Whether nothing is typed into it, as where one was just added. */
    boolean isBlank() {
        return date.isBlank() && name.isBlank() && closed.isBlank();
    }

    /** As a calendar keeps it; notes at its place what cannot be read. */
    JsonObject write(String place, List<FieldError> problems) {
        var json = JsonText.object();
        var parts = TYPED.matcher(date.strip());
        if (!parts.matches() || !isDay(parts)) {
            problems.add(new FieldError(place + ".date", "units.service.holiday", date));
            return json.build();
        }
        var year = parts.group(3);
        json.add("date", "%s-%02d-%02d".formatted(year == null ? "-" : year, number(parts, 2), number(parts, 1)));
        if (parts.group(4) != null) {
            json.add("since", number(parts, 4));
        }
        if (name.isBlank()) {
            problems.add(new FieldError(place + ".name", "units.service.holiday.name"));
        }
        json.add("name", name.strip());
        close(json, year != null, place, problems);
        return json.build();
    }

    private static boolean isDay(Matcher parts) {
        try {
            var day = MonthDay.of(number(parts, 2), number(parts, 1));
            return parts.group(3) == null || day.isValidYear(number(parts, 3));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private void close(JsonObjectBuilder json, boolean isDated, String place, List<FieldError> problems) {
        if (closed.isBlank()) {
            return;
        }
        if (!isDated) {
            problems.add(new FieldError(place + ".closed", "units.service.holiday.yearly"));
            return;
        }
        try {
            var bands = HoursText.parse(closed);
            if (bands.size() == 1) {
                json.add("closed", bands.get(0));
                return;
            }
        } catch (RuleViolation e) {
            problems.add(new FieldError(place + ".closed", e.key(), e.args()));
            return;
        }
        problems.add(new FieldError(place + ".closed", "units.service.hours", closed));
    }

    public String getDate() {
        return date;
    }

    public void setDate(@Nullable String date) {
        this.date = date == null ? "" : date;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    /** Which part of the day is closed; empty for all of it. */
    public String getClosed() {
        return closed;
    }

    public void setClosed(@Nullable String closed) {
        this.closed = closed == null ? "" : closed;
    }
}
