package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.units.UnitSettings;
import org.jspecify.annotations.Nullable;

/** What a unit promises and when it serves, as it stands in the fields of the page: read from its document, written back into it. */
public final class ServiceSheet {

    private static final String LEVELS = "serviceLevels";
    private static final String CLASSIFICATIONS = "classifications";
    private static final String PRIORITIES = "priorities";
    private static final String STATUSES = "statuses";
    private static final String SETTINGS = "settings";

    private final List<LevelInput> levels;
    private final List<OwnTargets> classifications;
    private final List<OwnTargets> priorities;
    private final List<StatusInput> statuses;
    private final CalendarInput calendar;
    private boolean sac;
    private String warnAt;

    private ServiceSheet(JsonObject document) {
        var settings = document.getJsonObject(SETTINGS);
        this.levels = new ArrayList<>(each(document, LEVELS, LevelInput::of));
        this.classifications = each(document, CLASSIFICATIONS, OwnTargets::of);
        this.priorities = each(document, PRIORITIES, OwnTargets::of);
        this.statuses = each(document, STATUSES, StatusInput::of);
        this.calendar = CalendarInput.of(settings.getJsonObject("calendar"));
        this.sac = settings.getBoolean("sac", false);
        this.warnAt = String.valueOf(settings.getInt("warnAt", UnitSettings.USUAL_WARNING));
    }

    /** What a document says of it. */
    static ServiceSheet of(JsonObject document) {
        return new ServiceSheet(document);
    }

    private static <T> List<T> each(JsonObject document, String name, Function<JsonObject, T> reading) {
        return Stream.ofNullable(document.getJsonArray(name))
                .flatMap(all -> all.getValuesAs(JsonObject.class).stream())
                .map(reading)
                .toList();
    }

    /** The same document with what the fields say now; refuses, each at its place, all that cannot be read. */
    JsonObject write(JsonObject document) {
        var problems = new ArrayList<FieldError>();
        var written = written(document, problems);
        if (!problems.isEmpty()) {
            throw RuleViolation.of(problems);
        }
        return written;
    }

    private JsonObject written(JsonObject document, List<FieldError> problems) {
        var written = JsonText.object(document);
        var promised = JsonText.array();
        for (var i = 0; i < levels.size(); i++) {
            promised.add(levels.get(i).write(LEVELS + "[" + i + "]", problems));
        }
        written.add(LEVELS, promised);
        put(
                document,
                CLASSIFICATIONS,
                written,
                (i, before, place) -> classifications.get(i).write(before, place, problems));
        put(
                document,
                PRIORITIES,
                written,
                (i, before, place) -> priorities.get(i).write(before, place, problems));
        put(document, STATUSES, written, (i, before, place) -> statuses.get(i).write(before, place, problems));
        return written.add(SETTINGS, settings(document.getJsonObject(SETTINGS), problems))
                .build();
    }

    /** Writes one of several, over what it was before. */
    private interface Writing {
        JsonObjectBuilder write(int index, JsonObject before, String place);
    }

    private static void put(JsonObject document, String name, JsonObjectBuilder written, Writing writing) {
        var before = document.getJsonArray(name);
        if (before == null) {
            return;
        }
        var after = JsonText.array();
        for (var i = 0; i < before.size(); i++) {
            after.add(writing.write(i, before.getJsonObject(i), name + "[" + i + "]"));
        }
        written.add(name, after);
    }

    /** What is as usual is not written where it was not. */
    private JsonObjectBuilder settings(JsonObject before, List<FieldError> problems) {
        var settings =
                JsonText.object(before).add("calendar", calendar.write(before.getJsonObject("calendar"), problems));
        if (sac || before.containsKey("sac")) {
            settings.add("sac", sac);
        }
        var percent = warnAt.strip();
        if (!percent.matches("[1-9]\\d?")) {
            problems.add(new FieldError("warnAt", "units.service.percent", warnAt));
        } else if (Integer.parseInt(percent) == UnitSettings.USUAL_WARNING) {
            settings.remove("warnAt");
        } else {
            settings.add("warnAt", Integer.parseInt(percent));
        }
        return settings;
    }

    /** Adds one that promises nothing yet. */
    void addLevel() {
        levels.add(0, new LevelInput());
    }

    /** Takes it away; what is not there stays so. */
    void removeLevel(int index) {
        if (index >= 0 && index < levels.size()) {
            levels.remove(index);
        }
    }

    /** Puts it one place before. */
    void raiseLevel(int index) {
        if (index > 0 && index < levels.size()) {
            Collections.swap(levels, index, index - 1);
        }
    }

    /** Room for that many service levels, which the page's fields then fill. */
    void hold(int number) {
        levels.clear();
        Stream.generate(LevelInput::new).limit(number).forEach(levels::add);
    }

    /** Service levels, the first that covers a ticket first. */
    public List<LevelInput> getLevels() {
        return levels;
    }

    public List<OwnTargets> getClassifications() {
        return classifications;
    }

    public List<OwnTargets> getPriorities() {
        return priorities;
    }

    public List<StatusInput> getStatuses() {
        return statuses;
    }

    public CalendarInput getCalendar() {
        return calendar;
    }

    /** Under Decreto 11.034/2022. */
    public boolean isSac() {
        return sac;
    }

    public void setSac(boolean sac) {
        this.sac = sac;
    }

    /** At which percentage of its time a deadline is warned of. */
    public String getWarnAt() {
        return warnAt;
    }

    public void setWarnAt(@Nullable String warnAt) {
        this.warnAt = warnAt == null ? "" : warnAt;
    }
}
