package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.units.ServiceMetric;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** What a status does by itself: to the clocks, after some time, and while somebody waits (REQUIREMENTS 7.2). */
public final class StatusInput {

    /** Its clocks do not all do the same: they stay as they are. */
    static final String MIXED = "MIXED";

    private static final String CLOCKS = "clocks";
    private static final Set<String> MEASURED = Arrays.stream(ServiceMetric.values())
            .filter(metric -> metric != ServiceMetric.ESCALATION) // whoever has it now has no pause of their own
            .map(ServiceMetric::name)
            .collect(Collectors.toUnmodifiableSet());

    private final String key;
    private final String name;
    private final StatusCategory category;
    private final String colour;
    private String effect;
    private final TargetInput after;
    private String goTo = "";
    private String reminders = "";
    private final TargetInput notice;
    private final TargetInput within;

    private StatusInput(JsonObject json) {
        this.key = json.getString("key");
        this.name = json.getString("name");
        this.category = StatusCategory.valueOf(json.getString("category"));
        this.colour = json.getString("colour", category.name());
        this.effect = effect(json.getJsonObject(CLOCKS));
        this.notice = TargetInput.of(json, "notice");
        this.within = TargetInput.of(json, "within");
        var auto = json.getJsonObject("auto");
        this.after = TargetInput.of(auto == null ? JsonValue.EMPTY_JSON_OBJECT : auto, "after");
        if (auto != null) {
            this.goTo = auto.getString("goTo");
            this.reminders = Percents.of(auto.getJsonArray("reminders"));
        }
    }

    static StatusInput of(JsonObject json) {
        return new StatusInput(json);
    }

    private static String effect(@Nullable JsonObject clocks) {
        if (clocks == null || clocks.isEmpty()) {
            return "";
        }
        var effects = new HashSet<String>();
        MEASURED.forEach(metric -> effects.add(clocks.containsKey(metric) ? clocks.getString(metric) : MIXED));
        return effects.size() == 1 ? effects.iterator().next() : MIXED;
    }

    JsonObjectBuilder write(JsonObject before, String place, List<FieldError> problems) {
        var json = JsonText.object(before).remove("auto").remove("notice").remove("within");
        if (!effect.equals(MIXED)) {
            json.remove(CLOCKS);
        }
        if (!effect.equals(MIXED) && !effect.isEmpty()) {
            json.add(CLOCKS, clocks(before.getJsonObject(CLOCKS)));
        }
        if (!after.getAmount().isBlank()) {
            json.add("auto", auto(place + ".auto", problems));
        }
        notice.write(json, "notice", place, problems);
        within.write(json, "within", place, problems);
        return json;
    }

    private JsonObjectBuilder clocks(@Nullable JsonObject before) {
        var clocks = JsonText.object(before == null ? JsonValue.EMPTY_JSON_OBJECT : before);
        MEASURED.forEach(metric -> clocks.add(metric, effect));
        return clocks;
    }

    private JsonObjectBuilder auto(String place, List<FieldError> problems) {
        var auto = JsonText.object();
        after.write(auto, "after", place, problems);
        if (goTo.isEmpty()) {
            problems.add(new FieldError(place + ".goTo", "units.service.goto", name));
        }
        auto.add("goTo", goTo);
        var percents = Percents.parse(reminders);
        if (percents.isEmpty()) {
            problems.add(new FieldError(place + ".reminders", "units.service.percents", reminders));
        }
        percents.ifPresent(some -> auto.add("reminders", JsonText.array(some)));
        return auto;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public StatusCategory getCategory() {
        return category;
    }

    /** The category whose colour it wears. */
    public String getColour() {
        return colour;
    }

    /** Whether a ticket can be handed on there, to somebody with a time of their own. */
    public boolean isHold() {
        return category == StatusCategory.ON_HOLD;
    }

    /** Whether nothing follows it. */
    public boolean isLast() {
        return category == StatusCategory.CLOSED;
    }

    /** What is usual for its category: {@code run} or {@code pause}. */
    public String getUsual() {
        return category == StatusCategory.PENDING || !category.isUnfinished() ? "pause" : "run";
    }

    public boolean isMixed() {
        return effect.equals(MIXED);
    }

    /** What it does to the clocks; empty for what is usual for its category. */
    public String getEffect() {
        return effect;
    }

    public void setEffect(@Nullable String effect) {
        this.effect = effect == null ? "" : effect;
    }

    public TargetInput getAfter() {
        return after;
    }

    public String getGoTo() {
        return goTo;
    }

    public void setGoTo(@Nullable String goTo) {
        this.goTo = goTo == null ? "" : goTo;
    }

    /** At which percentages of that time somebody is reminded. */
    public String getReminders() {
        return reminders;
    }

    public void setReminders(@Nullable String reminders) {
        this.reminders = reminders == null ? "" : reminders;
    }

    public TargetInput getNotice() {
        return notice;
    }

    public TargetInput getWithin() {
        return within;
    }
}
