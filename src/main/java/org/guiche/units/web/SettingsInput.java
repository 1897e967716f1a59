package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** What a unit's page has in lines: one thing a line, its parts separated as the help beside the field says. */
public final class SettingsInput {

    private static final String FILE = "arquivo";
    private static final String PARENTS = "parents";
    private static final String PRIORITIES = "priorities";

    private String place = "";
    private String extensions = "";
    private String steps = "";
    private String checklist = "";
    private String recommended = "";
    private boolean active = true;
    private final Map<String, String> priorities = new HashMap<>();
    private final Map<String, Boolean> offered = new HashMap<>();

    static SettingsInput of(JsonObject unit) {
        var settings = unit.getJsonObject("settings");
        var input = new SettingsInput();
        input.place = texts(unit, PARENTS).collect(Collectors.joining(" › "));
        input.extensions = texts(settings, "extensions").collect(Collectors.joining(", "));
        input.steps = lines(settings, "steps", step -> step.getString("title") + ": " + step.getString("text"));
        input.checklist = lines(settings, "checklist", SettingsInput::reference);
        input.active = unit.getBoolean("active", true);
        for (var one : objects(unit, PRIORITIES).toList()) {
            var key = one.getString("priority");
            input.offered.put(key, true);
            input.priorities.put(key, one.getString("description", ""));
            input.recommended = one.getBoolean("recommended", false) ? key : input.recommended;
        }
        return input;
    }

    private static Stream<String> texts(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString);
    }

    private static Stream<JsonObject> objects(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class).stream();
    }

    private static String lines(JsonObject json, String name, Function<JsonObject, String> line) {
        return objects(json, name).map(line).collect(Collectors.joining("\n"));
    }

    private static String reference(JsonObject reference) {
        var found = reference.getBoolean("file", false) ? FILE : reference.getString("pattern", "");
        return reference.getString("label") + (found.isEmpty() ? "" : " | " + found);
    }

    /** The document with what the fields say. */
    JsonObject onto(JsonObject unit) {
        var result = PartInput.put(unit, "active", active ? null : JsonValue.FALSE);
        result = PartInput.put(result, PARENTS, array(split(place, "›|>")));
        result = PartInput.put(result, "settings.extensions", array(split(extensions, "[\\s,;]+")));
        result = PartInput.put(result, "settings.steps", array(written(steps).map(SettingsInput::step)));
        result = PartInput.put(
                result, "settings.checklist", array(written(checklist).map(SettingsInput::reference)));
        return PartInput.put(
                result,
                PRIORITIES,
                array(Arrays.stream(Priority.values())
                        .filter(one -> Boolean.TRUE.equals(offered.get(one.name())))
                        .map(one -> priority(one.name(), unit))));
    }

    private JsonObject priority(String key, JsonObject unit) {
        var known = objects(unit, PRIORITIES)
                .filter(one -> one.getString("priority").equals(key))
                .findFirst()
                .orElseGet(() -> JsonText.object().add("priority", key).build());
        var text = priorities.getOrDefault(key, "");
        var said = JsonText.object(known).remove("description").remove("recommended");
        if (text != null && !text.isBlank()) {
            said.add("description", text.strip());
        }
        return (key.equals(recommended) ? said.add("recommended", true) : said).build();
    }

    private static JsonValue array(Stream<?> things) {
        return JsonText.array(things.toList()).build();
    }

    private static Stream<String> split(String text, String between) {
        return Arrays.stream(text.split(between, -1)).map(String::strip).filter(one -> !one.isEmpty());
    }

    private static Stream<String> written(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static JsonObject step(String line) {
        var parts = line.split(":\\s*", 2);
        return JsonText.object()
                .add("title", parts[0])
                .add("text", parts.length > 1 ? parts[1] : parts[0])
                .build();
    }

    private static JsonObject reference(String line) {
        var parts = line.split("\\s*\\|\\s*", 2);
        var json = JsonText.object().add("label", parts[0]);
        if (parts.length > 1 && !parts[1].isEmpty()) {
            return parts[1].equals(FILE)
                    ? json.add("file", true).build()
                    : json.add("pattern", parts[1]).build();
        }
        return json.build();
    }

    public Map<String, String> getPriorities() {
        return priorities;
    }

    public Map<String, Boolean> getOffered() {
        return offered;
    }

    public String getRecommended() {
        return recommended;
    }

    public void setRecommended(@Nullable String recommended) {
        this.recommended = text(recommended);
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = text(place);
    }

    public String getExtensions() {
        return extensions;
    }

    public void setExtensions(@Nullable String extensions) {
        this.extensions = text(extensions);
    }

    public String getSteps() {
        return steps;
    }

    public void setSteps(@Nullable String steps) {
        this.steps = text(steps);
    }

    public String getChecklist() {
        return checklist;
    }

    public void setChecklist(@Nullable String checklist) {
        this.checklist = text(checklist);
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
