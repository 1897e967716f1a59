package org.guiche.units.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.CalendarJson;
import org.jspecify.annotations.Nullable;

/** A service calendar as it stands in the fields of the page. */
public final class CalendarInput {

    private static final String PLACE = "calendar";
    private static final String BRASILIA = "America/Sao_Paulo";

    private String zone;
    private final List<DayInput> days;
    private boolean national;
    private List<String> points;
    private List<String> states;
    private List<String> cities;
    private final List<HolidayInput> holidays;

    private CalendarInput(JsonObject json) {
        this.zone = json.getString("zone", BRASILIA);
        this.days = Arrays.stream(DayOfWeek.values())
                .map(day -> new DayInput(day, bands(json.getJsonObject("bands"), day)))
                .toList();
        this.national = json.getBoolean("nationalHolidays", false);
        this.points = texts(json.getJsonArray("optionalPoints"));
        this.states = texts(json.getJsonArray("states"));
        this.cities = texts(json.getJsonArray("cities"));
        this.holidays = Stream.ofNullable(json.getJsonArray("holidays"))
                .flatMap(List::stream)
                .map(HolidayInput::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static CalendarInput of(JsonObject json) {
        return new CalendarInput(json);
    }

    private static List<String> bands(@Nullable JsonObject week, DayOfWeek day) {
        return week == null ? List.of() : texts(week.getJsonArray(day.name().substring(0, 3)));
    }

    private static List<String> texts(@Nullable JsonArray array) {
        return Stream.ofNullable(array)
                .flatMap(all -> all.getValuesAs(JsonString.class).stream())
                .map(JsonString::getString)
                .toList();
    }

    /** As a unit's document has it, over what it was before; notes at its place what cannot be read. */
    JsonObject write(JsonObject before, List<FieldError> problems) {
        var week = JsonText.object();
        for (var day : days) {
            var bands = day.bands(PLACE + ".bands", problems);
            if (!bands.isEmpty()) {
                week.add(day.getKey(), JsonText.array(bands));
            }
        }
        var json = JsonText.object(before)
                .add("zone", zone.strip())
                .add("bands", week)
                .add("nationalHolidays", national);
        put(json, "optionalPoints", JsonText.array(points).build());
        put(json, "states", JsonText.array(states).build());
        put(json, "cities", JsonText.array(cities).build());
        put(json, "holidays", own(problems));
        return json.build();
    }

    private JsonArray own(List<FieldError> problems) {
        var own = JsonText.array();
        for (var i = 0; i < holidays.size(); i++) {
            if (!holidays.get(i).isBlank()) {
                own.add(holidays.get(i).write(PLACE + ".holidays[" + i + "]", problems));
            }
        }
        return own.build();
    }

    private static void put(JsonObjectBuilder json, String name, JsonArray values) {
        json.remove(name);
        if (!values.isEmpty()) {
            json.add(name, values);
        }
    }

    /** The calendar, as far as it can be read and counted in. */
    Optional<ServiceCalendar> calendar() {
        var problems = new ArrayList<FieldError>();
        var json = write(JsonValue.EMPTY_JSON_OBJECT, problems);
        try {
            return problems.isEmpty() ? Optional.of(CalendarJson.read(json)) : Optional.empty();
        } catch (RuleViolation e) {
            return Optional.empty();
        }
    }

    public String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone == null ? "" : zone;
    }

    /** Monday first. */
    public List<DayInput> getDays() {
        return days;
    }

    public boolean isNational() {
        return national;
    }

    public void setNational(boolean national) {
        this.national = national;
    }

    public List<String> getPoints() {
        return points;
    }

    public void setPoints(@Nullable List<String> points) {
        this.points = points == null ? List.of() : List.copyOf(points);
    }

    public List<String> getStates() {
        return states;
    }

    public void setStates(@Nullable List<String> states) {
        this.states = states == null ? List.of() : List.copyOf(states);
    }

    public List<String> getCities() {
        return cities;
    }

    public void setCities(@Nullable List<String> cities) {
        this.cities = cities == null ? List.of() : List.copyOf(cities);
    }

    public List<HolidayInput> getHolidays() {
        return holidays;
    }

    /** Room for that many, which the page's fields then fill. */
    void hold(int number) {
        holidays.clear();
        Stream.generate(HolidayInput::new).limit(number).forEach(holidays::add);
    }
}
