package org.guiche.units;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a status does by itself, as JSON; the same in a unit's document and in its row. */
final class StatusRulesJson {

    private static final int MOST_REMINDERS = 5;
    private static final int WHOLE = 100;
    private static final int LONGEST_REFUSAL = 500;

    private StatusRulesJson() {}

    static StatusRules read(JsonObject json) {
        return Members.read(json, "", StatusRulesJson::read);
    }

    /** Reads them among the other members of a status. */
    static StatusRules read(Members json) {
        return new StatusRules(
                json.object("clocks", StatusRulesJson::clocks).orElseGet(Map::of),
                json.object("auto", StatusRulesJson::auto).orElse(null),
                TargetJson.read(json, "notice"),
                TargetJson.read(json, "within"),
                json.textIf("reopenTo").orElse(null),
                json.textIf("refusal").map(text -> limited(json, text)).orElse(null),
                json.textIf("next").orElse(null),
                json.choiceIf("colour", StatusCategory.class).orElse(null));
    }

    private static String limited(Members json, String text) {
        if (text.length() > LONGEST_REFUSAL) {
            throw json.refusal("refusal", "units.definition.long", LONGEST_REFUSAL);
        }
        return text;
    }

    private static Map<ServiceMetric, ClockEffect> clocks(Members json) {
        var effects = new EnumMap<ServiceMetric, ClockEffect>(ServiceMetric.class);
        for (var metric : ServiceMetric.values()) {
            json.choiceIf(metric.name(), ClockEffect.class).ifPresent(effect -> effects.put(metric, effect));
        }
        return effects;
    }

    private static AutoTransition auto(Members json) {
        var after = TargetJson.find(json, "after")
                .orElseThrow(() -> json.refusal("after", "units.definition.missing", "after"));
        return new AutoTransition(after, json.text("goTo"), reminders(json));
    }

    private static List<Integer> reminders(Members json) {
        var percents = json.numbers("reminders");
        if (percents.size() > MOST_REMINDERS) {
            throw json.refusal("reminders", "units.definition.many", MOST_REMINDERS);
        }
        if (percents.stream().anyMatch(percent -> percent < 1 || percent >= WHOLE)) {
            throw json.refusal("reminders", "units.definition.percent");
        }
        return percents;
    }

    static JsonObject write(StatusRules rules) {
        var json = Json.createObjectBuilder();
        if (!rules.clocks().isEmpty()) {
            var clocks = Json.createObjectBuilder();
            new EnumMap<>(rules.clocks()).forEach((metric, effect) -> clocks.add(metric.name(), effect.name()));
            json.add("clocks", clocks);
        }
        var auto = rules.auto();
        if (auto != null) {
            json.add("auto", write(auto));
        }
        add(json, "notice", rules.notice());
        add(json, "within", rules.within());
        add(json, "reopenTo", rules.reopenTo());
        add(json, "refusal", rules.refusal());
        add(json, "next", rules.next());
        add(json, "colour", rules.colour());
        return json.build();
    }

    private static JsonObjectBuilder write(AutoTransition auto) {
        return Json.createObjectBuilder()
                .add("after", TargetJson.write(auto.after()))
                .add("goTo", auto.goTo())
                .add("reminders", Json.createArrayBuilder(auto.reminders()));
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Target target) {
        if (target != null) {
            json.add(name, TargetJson.write(target));
        }
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
