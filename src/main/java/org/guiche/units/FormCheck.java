package org.guiche.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.guiche.units.SubjectPattern.Source;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a form from working: keys written twice, conditions on fields that do not stand before them or on values that
 * these do not have, options where there are none to have, defaults that the field would refuse. Each with its place, such as
 * {@code fields[2].options[0].when}.
 */
final class FormCheck {

    static final int MOST_OPTIONS = 500;
    private static final int MOST_FIELDS = 100;

    private final RequestForm form;
    private final List<FieldError> problems = new ArrayList<>();

    /** The fields before the one that is looked at. */
    private final Map<String, Field> before = new LinkedHashMap<>();

    private FormCheck(RequestForm form) {
        this.form = form;
    }

    /** All of them, in the form's order; none for one that works. */
    static List<FieldError> problems(RequestForm form) {
        var check = new FormCheck(form);
        check.all();
        return check.problems;
    }

    private void all() {
        for (var i = 0; i < form.fields().size(); i++) {
            field("fields[" + i + "]", form.fields().get(i));
        }
        if (form.fields().size() > MOST_FIELDS) {
            refuse("fields", "units.definition.many", MOST_FIELDS);
        }
        if (form.subject() != null) {
            subject(form.subject());
        }
        if (form.routing() != null) {
            routing(form.routing());
        }
        condition("sensitive", form.sensitive());
    }

    private void refuse(String place, String key, Object... args) {
        problems.add(new FieldError(place, key, args));
    }

    private void field(String place, Field field) {
        if (!FormJson.isKey(field.key())) {
            refuse(place + ".key", "units.definition.key", field.key());
        }
        if (before.containsKey(field.key())) {
            refuse(place + ".key", "units.definition.twice", field.key());
        }
        options(place + ".options", field);
        condition(place + ".visibleWhen", field.visibleWhen());
        if (field.validation().isImpossible(field.kind())) {
            refuse(place + ".validation", "units.definition.range");
        }
        defaultValue(place + ".default", field);
        before.put(field.key(), field);
    }

    private void options(String place, Field field) {
        var options = field.options();
        if (options.isEmpty() == field.kind().hasOwnOptions() || options.size() > MOST_OPTIONS) {
            refuse(place, "units.definition.options", MOST_OPTIONS);
        }
        var values = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            if (option.value().length() > FieldKind.SINGLE_CHOICE.longest()) {
                refuse(place + "[" + i + "].value", "units.definition.long", FieldKind.SINGLE_CHOICE.longest());
            }
            if (!values.add(option.value())) {
                refuse(place, "units.definition.twice", option.value());
            }
            condition(place + "[" + i + "].when", option.when());
        }
    }

    private void defaultValue(String place, Field field) {
        if (refusesDefault(field)) {
            refuse(place, "units.definition.default", field.label());
        }
    }

    /** Whether the field would not take its own default; what companies have is known only when somebody asks. */
    static boolean refusesDefault(Field field) {
        var given = field.defaultValue();
        return given != null
                && (Answer.of(field, given, field.options(), LocalDate.EPOCH).value() == null
                        || field.kind() == FieldKind.SERVICE
                        || field.kind() == FieldKind.PROJECT);
    }

    private void condition(String place, @Nullable Condition condition) {
        if (condition instanceof Condition.In in) {
            in(place, in);
        } else if (condition instanceof Condition.Filled filled) {
            known(place, filled.field());
        } else if (condition instanceof Condition.Not not) {
            condition(place + ".not", not.condition());
        } else if (condition instanceof Condition.All all) {
            conditions(place + ".all", all.conditions());
        } else if (condition instanceof Condition.Any any) {
            conditions(place + ".any", any.conditions());
        }
    }

    private void conditions(String place, List<Condition> conditions) {
        for (var i = 0; i < conditions.size(); i++) {
            condition(place + "[" + i + "]", conditions.get(i));
        }
    }

    private @Nullable Field known(String place, String key) {
        var field = before.get(key);
        if (field == null) {
            refuse(
                    place + ".field",
                    "units.definition.later",
                    form.field(key).map(Field::label).orElse(key));
        }
        return field;
    }

    private void in(String place, Condition.In in) {
        var field = known(place, in.field());
        if (field == null) {
            return;
        }
        if (in.values().isEmpty()) {
            refuse(place + ".in", "units.definition.in", field.label());
        }
        in.values().stream()
                .filter(value -> !has(field, value))
                .sorted()
                .forEach(value -> refuse(place + ".in", "units.definition.value", value, field.label()));
    }

    private static boolean has(Field field, String value) {
        return field.kind() == FieldKind.BOOLEAN
                ? value.equals("true") || value.equals("false")
                : field.kind().hasOwnOptions() && field.hasOption(value);
    }

    private void subject(SubjectPattern subject) {
        var places = subject.places();
        if (!places.equals(subject.parts().stream().map(SubjectPart::key).toList())
                || new HashSet<>(places).size() < places.size()
                || subject.parts().stream().noneMatch(part -> part.source() == Source.TYPED)) {
            refuse("subject.pattern", "units.definition.subject", subject.pattern());
        }
    }

    private void routing(Routing routing) {
        var field = before.get(routing.field());
        if (field == null || field.kind() != FieldKind.SINGLE_CHOICE) {
            refuse("routing.field", "units.definition.routing", routing.field());
            return;
        }
        routing.sectors().keySet().stream()
                .filter(value -> !field.hasOption(value))
                .sorted()
                .forEach(value -> refuse("routing.sectors." + value, "units.definition.value", value, field.label()));
    }
}
