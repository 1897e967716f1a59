package org.guiche.units;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;
import org.guiche.time.Band;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;

/** A service calendar as JSON, in a unit's settings and over the API: zone, bands by day, holidays. */
public final class CalendarJson {

    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(day -> day.name().substring(0, 3), day -> day));

    private CalendarJson() {}

    /** Reads it; refuses, with a sentence, an unknown zone or day, bands that are none or overlap, dates that do not exist. */
    public static ServiceCalendar read(JsonObject json) {
        try {
            return new ServiceCalendar(
                    ZoneId.of(json.getString("zone", "America/Sao_Paulo")), week(json), holidays(json));
        } catch (DateTimeException | IllegalArgumentException | ClassCastException e) {
            throw RuleViolation.of("calendar", "units.calendar.invalid", String.valueOf(e.getMessage()));
        }
    }

    private static Map<DayOfWeek, List<Band>> week(JsonObject json) {
        var week = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        json.getOrDefault("bands", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().forEach((name, bands) -> {
            var day = DAYS.get(name);
            if (day == null) {
                throw new IllegalArgumentException(name);
            }
            week.put(day, strings(bands.asJsonArray()).stream().map(Band::parse).toList());
        });
        return week;
    }

    private static Holidays holidays(JsonObject json) {
        var national = json.getBoolean("nationalHolidays", false) ? Holidays.national() : Holidays.none();
        var dated = new LinkedHashMap<LocalDate, String>();
        strings(json.getOrDefault("holidays", JsonValue.EMPTY_JSON_ARRAY).asJsonArray())
                .forEach(date -> dated.put(LocalDate.parse(date), "feriado"));
        var points = strings(json.getOrDefault("optionalPoints", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray())
                .stream()
                .map(Holidays.OptionalPoint::valueOf)
                .collect(Collectors.toSet());
        return national.with(points).with(dated);
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
