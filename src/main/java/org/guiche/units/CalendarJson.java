package org.guiche.units;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.time.Holidays;
import org.guiche.time.Holidays.OptionalPoint;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.WeeklyHours;

/**
 * A service calendar as JSON, in a unit's settings and over the API: zone, bands by day, holidays as dates or as
 * {@code {"date", "name"}}, whether the national ones count, and optional points.
 */
public final class CalendarJson {

    private static final String BRASILIA = "America/Sao_Paulo";
    /** What a holiday is called that has a date alone. */
    private static final String NAMELESS = "feriado";

    private static final int MOST_HOLIDAYS = 1_000;
    private static final int MOST_BANDS = 48;

    private CalendarJson() {}

    /** Reads it; refuses, at its place, an unknown member, zone or day, bands that are none or overlap, dates that do not exist. */
    public static ServiceCalendar read(JsonObject json) {
        return Members.read(json, "calendar", CalendarJson::calendar);
    }

    private static ServiceCalendar calendar(Members json) {
        var zone = json.textIf("zone").orElse(BRASILIA);
        return new ServiceCalendar(
                ValidationJson.placed(json, "zone", () -> ServiceCalendar.zone(zone)),
                json.object("bands", CalendarJson::week).orElseGet(WeeklyHours::never),
                holidays(json));
    }

    private static WeeklyHours week(Members json) {
        var bands = json.names().stream().collect(Collectors.toMap(day -> day, json::texts));
        bands.forEach((day, written) -> {
            if (written.size() > MOST_BANDS) {
                throw json.refusal(day, "units.definition.many", MOST_BANDS);
            }
            ValidationJson.placed(json, day, () -> WeeklyHours.parse(Map.of(day, written)));
        });
        return ValidationJson.placed(json, null, () -> WeeklyHours.parse(bands));
    }

    private static Holidays holidays(Members json) {
        var national = json.flag("nationalHolidays", false) ? Holidays.national() : Holidays.none();
        var points = json.texts("optionalPoints").stream()
                .map(name -> point(json, name))
                .toList();
        return national.with(points).with(dated(json));
    }

    private static OptionalPoint point(Members json, String name) {
        return Arrays.stream(OptionalPoint.values())
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow(() -> json.refusal("optionalPoints", "units.calendar.point", name));
    }

    private static Map<LocalDate, String> dated(Members json) {
        var days = json.list("holidays");
        if (days.size() > MOST_HOLIDAYS) {
            throw json.refusal("holidays", "units.definition.many", MOST_HOLIDAYS);
        }
        var dated = new LinkedHashMap<LocalDate, String>();
        for (var day : days) {
            if (day instanceof JsonString date) {
                dated.put(date(json, date.getString()), NAMELESS);
            } else if (day instanceof JsonObject named) {
                Members.read(
                        named,
                        "calendar.holidays",
                        holiday -> dated.put(date(holiday, holiday.text("date")), holiday.text("name")));
            } else {
                throw json.wrongType("holidays");
            }
        }
        return dated;
    }

    private static LocalDate date(Members json, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw json.refusal(null, "units.definition.date", written);
        }
    }
}
