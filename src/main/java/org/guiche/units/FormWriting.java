package org.guiche.units;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.guiche.shared.JsonMap;
import org.guiche.shared.JsonText;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/** Writes a form's definition as {@link FormJson} reads it. */
final class FormWriting {

    private FormWriting() {}

    static JsonObject write(RequestForm form) {
        var json = JsonText.object().add("fields", list(form.fields(), FormWriting::field));
        var subject = form.subject();
        var routing = form.routing();
        if (subject != null) {
            json.add("subject", subject(subject));
        }
        if (routing != null) {
            var sectors = JsonText.object();
            routing.sectors().forEach(sectors::add);
            json.add("routing", JsonText.object().add("field", routing.field()).add("sectors", sectors));
        }
        if (form.sensitive() != null) {
            json.add("sensitive", condition(form.sensitive()));
        }
        return json.build();
    }

    private static <T> JsonArrayBuilder list(Collection<T> things, Function<T, JsonObjectBuilder> writing) {
        var list = JsonText.array();
        things.forEach(thing -> list.add(writing.apply(thing)));
        return list;
    }

    private static JsonObjectBuilder field(Field field) {
        var json = JsonText.object()
                .add("key", field.key())
                .add("label", field.label())
                .add("kind", field.kind().name())
                .add("required", field.required());
        add(json, "help", field.help());
        if (field.defaultValue() != null) {
            json.addAll(JsonText.object(JsonMap.write(Map.of("default", field.defaultValue()))));
        }
        if (!field.options().isEmpty()) {
            json.add("options", list(field.options(), FormWriting::option));
        }
        if (field.visibleWhen() != null) {
            json.add("visibleWhen", condition(field.visibleWhen()));
        }
        if (!field.validation().equals(Validation.none())) {
            json.add("validation", validation(field.validation()));
        }
        return json;
    }

    private static JsonObjectBuilder option(Option option) {
        var json = JsonText.object().add("value", option.value()).add("label", option.label());
        add(json, "help", option.help());
        if (option.when() != null) {
            json.add("when", condition(option.when()));
        }
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static JsonObjectBuilder condition(Condition condition) {
        var json = JsonText.object();
        if (condition instanceof Condition.In in) {
            return json.add("field", in.field()).add("in", JsonText.array(new TreeSet<>(in.values())));
        }
        if (condition instanceof Condition.Filled filled) {
            return json.add("field", filled.field()).add("filled", true);
        }
        if (condition instanceof Condition.Not not) {
            return json.add("not", condition(not.condition()));
        }
        return condition instanceof Condition.All all
                ? json.add("all", conditions(all.conditions()))
                : json.add("any", conditions(((Condition.Any) condition).conditions()));
    }

    private static JsonArrayBuilder conditions(List<Condition> conditions) {
        return list(conditions, FormWriting::condition);
    }

    private static JsonObjectBuilder validation(Validation rule) {
        var json = JsonText.object();
        if (rule.minLength() > 0) {
            json.add("minLength", rule.minLength());
        }
        if (rule.maxLength() > 0) {
            json.add("maxLength", rule.maxLength());
        }
        if (rule.min() != null) {
            json.add("min", rule.min());
        }
        if (rule.max() != null) {
            json.add("max", rule.max());
        }
        if (rule.whole()) {
            json.add("whole", true);
        }
        add(json, "min", rule.earliest());
        add(json, "max", rule.latest());
        add(json, "pattern", rule.pattern());
        add(json, "message", rule.message());
        return json;
    }

    private static JsonObjectBuilder subject(SubjectPattern subject) {
        return JsonText.object()
                .add("pattern", subject.pattern())
                .add("parts", list(subject.parts(), FormWriting::part));
    }

    private static JsonObjectBuilder part(SubjectPart part) {
        var json = JsonText.object()
                .add("key", part.key())
                .add("label", part.label())
                .add("source", part.source().name());
        return part.optional() ? json.add("optional", true) : json;
    }
}
