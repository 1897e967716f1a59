package org.guiche.units;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a unit promises to whom, as JSON; the same in its document and in its row. */
final class ServiceLevelJson {

    private static final Map<ServiceMetric, String> NAMES = Map.of(
            ServiceMetric.FIRST_RESPONSE, "firstResponse",
            ServiceMetric.NEXT_RESPONSE, "nextResponse",
            ServiceMetric.UPDATE, "update",
            ServiceMetric.RESOLUTION, "resolution",
            ServiceMetric.ESCALATION, "escalation");

    private ServiceLevelJson() {}

    static List<ServiceLevel> read(JsonArray levels) {
        var json = Json.createObjectBuilder().add("serviceLevels", levels).build();
        return Members.read(json, "", members -> members.each("serviceLevels", ServiceLevelJson::read));
    }

    static ServiceLevel read(Members json) {
        var targets = ServiceTargets.none();
        for (var metric : ServiceMetric.values()) {
            targets = targets.with(metric, TargetJson.read(json, name(metric)));
        }
        if (targets.targets().isEmpty()) {
            throw json.refusal(null, "units.definition.level.empty");
        }
        return new ServiceLevel(
                json.textIf("classification").orElse(null),
                json.choiceIf("priority", Priority.class).orElse(null),
                json.textIf("service").orElse(null),
                targets);
    }

    static JsonArray write(List<ServiceLevel> levels) {
        var json = Json.createArrayBuilder();
        levels.forEach(level -> json.add(write(level)));
        return json.build();
    }

    private static JsonObjectBuilder write(ServiceLevel level) {
        var json = Json.createObjectBuilder();
        var priority = level.priority();
        add(json, "classification", level.classification());
        add(json, "priority", priority == null ? null : priority.name());
        add(json, "service", level.service());
        level.targets().targets().forEach((metric, target) -> json.add(name(metric), TargetJson.write(target)));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    static String name(ServiceMetric metric) {
        return String.valueOf(NAMES.get(metric));
    }
}
