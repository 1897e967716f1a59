package org.guiche.units;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What conditions say of other fields, said of another key or another value. */
final class References {

    private References() {}

    /** The form with that other key for one of its fields. */
    static RequestForm rekeyed(RequestForm form, String key, String other) {
        var fields = form.fields().stream()
                .map(field -> field.key().equals(key) ? field.withKey(other) : field)
                .map(field -> mapped(field, condition -> rekeyed(condition, key, other)))
                .toList();
        var routing = form.routing();
        return form.with(fields)
                .withRouting(
                        routing == null || !routing.field().equals(key)
                                ? routing
                                : new Routing(other, routing.sectors()))
                .withSensitive(mapped(form.sensitive(), condition -> rekeyed(condition, key, other)));
    }

    /** The form with that other value for one option of a field, which has it already. */
    static RequestForm revalued(RequestForm form, String of, String value, String other) {
        var fields = form.fields().stream()
                .map(field ->
                        field.key().equals(of) && value.equals(field.defaultValue()) ? field.withDefault(other) : field)
                .map(field -> mapped(field, condition -> revalued(condition, of, value, other)))
                .toList();
        return form.with(fields)
                .withRouting(rerouted(form.routing(), of, value, other))
                .withSensitive(mapped(form.sensitive(), condition -> revalued(condition, of, value, other)));
    }

    private static @Nullable Routing rerouted(@Nullable Routing routing, String of, String value, String other) {
        if (routing == null || !routing.field().equals(of) || !routing.sectors().containsKey(value)) {
            return routing;
        }
        var sectors = new HashMap<>(routing.sectors());
        sectors.put(other, String.valueOf(sectors.remove(value)));
        return new Routing(of, sectors);
    }

    private static Field mapped(Field field, UnaryOperator<Condition> simple) {
        return field.withVisibleWhen(mapped(field.visibleWhen(), simple))
                .withOptions(field.options().stream()
                        .map(option -> option.when(mapped(option.when(), simple)))
                        .toList());
    }

    private static @Nullable Condition mapped(@Nullable Condition condition, UnaryOperator<Condition> simple) {
        return condition == null ? null : all(condition, simple);
    }

    private static Condition all(Condition condition, UnaryOperator<Condition> simple) {
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(all(not.condition(), simple));
        }
        if (condition instanceof Condition.All several) {
            return new Condition.All(each(several.conditions(), simple));
        }
        return condition instanceof Condition.Any several
                ? new Condition.Any(each(several.conditions(), simple))
                : simple.apply(condition);
    }

    private static List<Condition> each(List<Condition> conditions, UnaryOperator<Condition> simple) {
        return conditions.stream().map(one -> all(one, simple)).toList();
    }

    private static Condition rekeyed(Condition condition, String key, String other) {
        if (condition instanceof Condition.In in && in.field().equals(key)) {
            return new Condition.In(other, in.values());
        }
        return condition instanceof Condition.Filled filled && filled.field().equals(key)
                ? new Condition.Filled(other)
                : condition;
    }

    private static Condition revalued(Condition condition, String of, String value, String other) {
        return condition instanceof Condition.In in && in.field().equals(of)
                ? new Condition.In(
                        of,
                        in.values().stream()
                                .map(one -> one.equals(value) ? other : one)
                                .collect(Collectors.toSet()))
                : condition;
    }

    /** The values of one other field that an option is offered for, where that is all it asks. */
    static Optional<Condition.In> group(Option option) {
        return option.when() instanceof Condition.In in ? Optional.of(in) : Optional.empty();
    }

    /** Whether the option is offered when that field has that value. */
    static boolean isOffered(Option option, String field, String value) {
        return option.when() == null
                || group(option)
                        .filter(in -> in.field().equals(field))
                        .map(Condition.In::values)
                        .orElse(Set.of())
                        .contains(value);
    }
}
