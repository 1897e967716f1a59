package org.guiche.units;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.guiche.time.Holidays;
import org.guiche.time.OptionalPoint;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.WeeklyHours;

/**
 * A service calendar as JSON, in a unit's settings and over the API: zone, bands by day, whether the national holidays count,
 * {@code optionalPoints}, those of {@code states} ({@code "SP"}) and {@code cities} ({@code "Recife/PE"}), and {@code holidays}, as
 * {@link HolidayJson} tells.
 */
public final class CalendarJson {

    private static final String BRASILIA = "America/Sao_Paulo";
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
        var holidays = json.flag("nationalHolidays", false) ? Holidays.national() : Holidays.none();
        holidays = holidays.with(json.texts("optionalPoints").stream()
                .map(name -> point(json, name))
                .toList());
        holidays = regional(json, "states", holidays, Holidays::withState);
        holidays = regional(json, "cities", holidays, Holidays::withCity);
        return HolidayJson.read(json, holidays);
    }

    private static Holidays regional(
            Members json, String name, Holidays holidays, BiFunction<Holidays, String, Holidays> with) {
        var all = holidays;
        for (var region : new TreeSet<>(json.texts(name))) {
            var some = all;
            all = ValidationJson.placed(json, name, () -> with.apply(some, region));
        }
        return all;
    }

    private static OptionalPoint point(Members json, String name) {
        return Arrays.stream(OptionalPoint.values())
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow(() -> json.refusal("optionalPoints", "units.calendar.point", name));
    }
}
