package org.guiche.units;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.guiche.time.Band;
import org.guiche.time.Holidays;

/**
 * The single holidays of a calendar: {@code "2026-12-25"}, or {@code "--07-09"} for every year, alone or as
 * {@code {"date", "name"}}; a yearly one may say {@code "since"} which year, a dated one {@code "closed": "14:00-24:00"}.
 */
public final class HolidayJson {

    /** What a holiday is called that has a date alone. */
    private static final String NAMELESS = "feriado";

    private static final int MOST = 1_000;
    private static final String YEARLY = "--";
    private static final String PLACE = "calendar.holidays";

    private final Map<LocalDate, String> dated = new HashMap<>();
    private Holidays others;

    private HolidayJson(Holidays holidays) {
        this.others = holidays;
    }

    /** Days by date, such as those of an imported file, as a calendar lists them. */
    public static JsonArray written(Map<LocalDate, String> days) {
        var list = Json.createArrayBuilder();
        new TreeMap<>(days)
                .forEach((day, name) -> list.add(
                        Json.createObjectBuilder().add("date", day.toString()).add("name", name)));
        return list.build();
    }

    /** Those that the calendar lists beside the ones it has. */
    static Holidays read(Members calendar, Holidays holidays) {
        var days = calendar.list("holidays");
        if (days.size() > MOST) {
            throw calendar.refusal("holidays", "units.definition.many", MOST);
        }
        var all = new HolidayJson(holidays);
        for (var day : days) {
            all.add(calendar, day);
        }
        return all.others.with(all.dated);
    }

    private void add(Members calendar, JsonValue day) {
        if (day instanceof JsonString date) {
            var alone = Json.createObjectBuilder().add("date", date).add("name", NAMELESS);
            Members.read(alone.build(), PLACE, this::add);
        } else if (day instanceof JsonObject named) {
            Members.read(named, PLACE, this::add);
        } else {
            throw calendar.wrongType("holidays");
        }
    }

    private Holidays add(Members day) {
        var written = day.text("date");
        var name = day.text("name");
        if (written.startsWith(YEARLY)) {
            var since = day.has("since") ? day.count("since") : Year.MIN_VALUE;
            others = others.withYearly(read(day, written, MonthDay::parse), name, since);
        } else if (day.has("closed")) {
            var closed = ValidationJson.placed(day, "closed", () -> Band.parse(day.text("closed")));
            others = others.with(read(day, written, LocalDate::parse), name, closed);
        } else {
            dated.put(read(day, written, LocalDate::parse), name);
        }
        return others;
    }

    private static <T> T read(Members json, String written, Function<String, T> reading) {
        try {
            return reading.apply(written);
        } catch (DateTimeException e) {
            throw json.refusal(null, "units.calendar.holiday", written);
        }
    }
}
