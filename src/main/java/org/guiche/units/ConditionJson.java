package org.guiche.units;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads conditions: {@code {"field": "produto", "equals": "ECOMMERCE"}}, {@code "in": […]}, {@code "filled": true}, and
 * {@code all}, {@code any}, {@code not} of others. They ask only for fields that stand before, so none can go in circles.
 */
final class ConditionJson {

    private static final List<String> OPERATORS = List.of("all", "any", "not", "equals", "in", "filled");
    private static final int DEEPEST = 8;

    private final Map<String, Field> before;

    ConditionJson(Map<String, Field> before) {
        this.before = before;
    }

    Optional<Condition> read(Members json, String name) {
        return json.object(name, condition -> condition(condition, 1));
    }

    private Condition condition(Members json, int depth) {
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
            default -> in(json, operator);
        };
    }

    private List<Condition> several(Members json, String operator, int depth) {
        var conditions = json.each(operator, other -> condition(other, depth + 1));
        if (conditions.isEmpty()) {
            throw json.refusal(operator, "units.definition.condition", String.join(", ", OPERATORS));
        }
        return conditions;
    }

    private Condition filled(Members json) {
        if (!json.flag("filled", false)) {
            throw json.wrongType("filled");
        }
        return new Condition.Filled(field(json).key());
    }

    private Field field(Members json) {
        var key = json.text("field");
        var field = before.get(key);
        if (field == null) {
            throw json.refusal("field", "units.definition.later", key);
        }
        return field;
    }

    private Condition in(Members json, String operator) {
        var field = field(json);
        var values = values(json, operator);
        for (var value : values) {
            if (!has(field, value)) {
                throw json.refusal(operator, "units.definition.value", value, field.label());
            }
        }
        if (values.isEmpty()) {
            throw json.wrongType(operator);
        }
        return new Condition.In(field.key(), values);
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

    private static boolean has(Field field, String value) {
        return field.kind() == FieldKind.BOOLEAN
                ? value.equals("true") || value.equals("false")
                : field.kind().hasOwnOptions() && field.hasOption(value);
    }
}
