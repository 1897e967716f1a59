package org.guiche.units;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.guiche.shared.JsonText;

/** Which part of a unit or a sector somebody changed. */
public enum ChangedArea {
    UNIT,
    SETTINGS,
    CALENDAR,
    SERVICE_LEVELS,
    CLASSIFICATIONS,
    PRIORITIES,
    STATUSES,
    FORM,
    SECTOR,
    MEMBERS,
    SUPERVISORS;

    private static final String SETTINGS_MEMBER = "settings";
    private static final String CALENDAR_MEMBER = "calendar";

    /** What of a unit's document lies in this area. */
    JsonObject of(JsonObject document) {
        return switch (this) {
            case SETTINGS -> settings(document, false);
            case CALENDAR -> settings(document, true);
            case UNIT ->
                only(
                        document,
                        Set.of("key", "name", "active", "parents", "prioritySource", "entrySector", "generalSector"));
            case SERVICE_LEVELS -> only(document, Set.of("serviceLevels"));
            case CLASSIFICATIONS -> only(document, Set.of("classifications"));
            case PRIORITIES -> only(document, Set.of("priorities"));
            case STATUSES -> only(document, Set.of("statuses"));
            case FORM -> only(document, Set.of("form"));
            case SECTOR, MEMBERS, SUPERVISORS -> JsonValue.EMPTY_JSON_OBJECT;
        };
    }

    private static JsonObject settings(JsonObject document, boolean calendar) {
        var settings = document.getJsonObject(SETTINGS_MEMBER);
        if (settings == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        var part = calendar
                ? only(settings, Set.of(CALENDAR_MEMBER))
                : JsonText.object(settings).remove(CALENDAR_MEMBER).build();
        return part.isEmpty()
                ? part
                : JsonText.object().add(SETTINGS_MEMBER, part).build();
    }

    private static JsonObject only(JsonObject json, Set<String> names) {
        var part = JsonText.object();
        json.forEach((name, value) -> {
            if (names.contains(name)) {
                part.add(name, value);
            }
        });
        return part.build();
    }
}
