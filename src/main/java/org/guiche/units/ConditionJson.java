package org.guiche.units;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads conditions: {@code {"field": "produto", "equals": "ECOMMERCE"}}, {@code "in": […]}, {@code "filled": true}, and
 * {@code all}, {@code any}, {@code not} of others. Whether what they ask about exists is for {@link FormCheck}.
 */
final class ConditionJson {

    private static final List<String> OPERATORS = List.of("all", "any", "not", "equals", "in", "filled");
    private static final int DEEPEST = 8;

    private ConditionJson() {}

    static Optional<Condition> read(Members json, String name) {
        return json.object(name, condition -> condition(condition, 1));
    }

    private static Condition condition(Members json, int depth) {
        var operators = OPERATORS.stream().filter(json::has).toList();
        if (operators.size() != 1 || depth > DEEPEST) {
            throw json.refusal(null, "units.definition.condition", String.join(", ", OPERATORS));
        }
        var operator = operators.get(0);
        return switch (operator) {
            case "all" -> new Condition.All(several(json, operator, depth));
            case "any" -> new Condition.Any(several(json, operator, depth));
            case "not" ->
                new Condition.Not(
                        json.object("not", other -> condition(other, depth + 1)).orElseThrow());
            case "filled" -> filled(json);
            default -> new Condition.In(json.text("field"), values(json, operator));
        };
    }

    private static List<Condition> several(Members json, String operator, int depth) {
        var conditions = json.each(operator, other -> condition(other, depth + 1));
        if (conditions.isEmpty()) {
            throw json.refusal(operator, "units.definition.condition", String.join(", ", OPERATORS));
        }
        return conditions;
    }

    private static Condition filled(Members json) {
        if (!json.flag("filled", false)) {
            throw json.wrongType("filled");
        }
        return new Condition.Filled(json.text("field"));
    }

    private static Set<String> values(Members json, String operator) {
        if (operator.equals("in")) {
            return new HashSet<>(json.texts("in"));
        }
        return json.any("equals").map(value -> Set.of(text(json, value))).orElse(Set.of());
    }

    private static String text(Members json, JsonValue value) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value.toString();
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw json.wrongType("equals");
    }
}
