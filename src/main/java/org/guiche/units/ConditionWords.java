package org.guiche.units;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.units.Condition.Filled;
import org.guiche.units.Condition.In;
import org.guiche.units.Condition.Not;

/** Conditions as people say them: {@code depende de Produto}, {@code Módulo: Pix, Cupons}. */
public final class ConditionWords {

    private static final int MOST_VALUES = 3;

    private final RequestForm form;

    /** Of that form, whose fields and options lend their names. */
    public ConditionWords(RequestForm form) {
        this.form = form;
    }

    /** The condition in a few words. */
    public String say(Condition condition) {
        if (condition instanceof In in) {
            var label = field(in.field());
            return Texts.get(
                    label.endsWith("?") ? "units.when.in.asked" : "units.when.in", label, values(in, MOST_VALUES));
        }
        if (condition instanceof Filled filled) {
            return Texts.get("units.when.filled", field(filled.field()));
        }
        if (condition instanceof Not not) {
            return not(not.condition());
        }
        return condition instanceof Condition.All all
                ? joined(all.conditions(), "units.when.and")
                : joined(((Condition.Any) condition).conditions(), "units.when.or");
    }

    private String not(Condition condition) {
        if (condition instanceof In in) {
            return Texts.get("units.when.not.in", field(in.field()), values(in, MOST_VALUES));
        }
        return condition instanceof Filled filled
                ? Texts.get("units.when.empty", field(filled.field()))
                : Texts.get("units.when.not", say(condition));
    }

    private String joined(List<Condition> conditions, String between) {
        return conditions.stream().map(this::say).collect(Collectors.joining(" " + Texts.get(between) + " "));
    }

    private String field(String key) {
        return form.field(key).map(Field::label).orElseGet(() -> Texts.get("units.when.gone"));
    }

    private String values(In in, int most) {
        var names = names(in.field(), in.values());
        var first = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Texts.get("units.when.none")
                : names.size() <= most ? first : Texts.get("units.when.more", first, names.size() - most);
    }

    /** What values of a field are called, in the field's order; one that it does not have any more by itself. */
    public List<String> names(String key, Collection<String> values) {
        var field = form.field(key);
        if (field.isEmpty() || field.get().kind() == FieldKind.BOOLEAN) {
            return values.stream()
                    .sorted()
                    .map(value -> field.isEmpty()
                            ? value
                            : Texts.get("units.answer." + (value.equals("true") ? "yes" : "no")))
                    .toList();
        }
        var known = field.get().options().stream()
                .filter(option -> values.contains(option.value()))
                .map(Option::label);
        var gone =
                values.stream().filter(value -> !field.get().hasOption(value)).sorted();
        return Stream.concat(known, gone).toList();
    }
}
