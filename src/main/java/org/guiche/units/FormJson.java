package org.guiche.units;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiche.shared.JsonMap;
import org.guiche.units.SubjectPattern.Source;
import org.guiche.units.SubjectPattern.SubjectPart;

/**
 * Reads a form's definition. Reading is strict: a definition that could not work is never published. Refused are members that
 * nobody knows, keys written twice, conditions on fields that do not stand before them or on values that these do not have,
 * options where there are none to have, defaults that the field would refuse.
 */
final class FormJson {

    private static final Pattern KEY = Pattern.compile("[a-zA-Z][A-Za-z0-9-]{0,39}");
    private static final int MOST_FIELDS = 100;
    private static final int MOST_OPTIONS = 500;
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    /** The fields before the one being read. */
    private final Map<String, Field> before = new LinkedHashMap<>();

    private final ConditionJson conditions = new ConditionJson(before);

    private FormJson() {}

    /** Whether that can be a key of anything: letters without accents, digits and hyphens. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The form; refuses a definition with the place and the sentence of what is wrong. */
    static RequestForm read(long id, int number, JsonObject json) {
        return Members.read(json, "", members -> new FormJson().form(id, number, members));
    }

    private RequestForm form(long id, int number, Members form) {
        form.each("fields", this::field);
        if (before.size() > MOST_FIELDS) {
            throw form.refusal("fields", "units.definition.many", MOST_FIELDS);
        }
        return new RequestForm(
                id,
                number,
                List.copyOf(before.values()),
                form.object("subject", FormJson::subject).orElse(null),
                form.object("routing", this::routing).orElse(null));
    }

    private Field field(Members json) {
        var key = json.text("key");
        if (!isKey(key)) {
            throw json.refusal("key", "units.definition.key", key);
        }
        if (before.containsKey(key)) {
            throw json.refusal("key", "units.definition.twice", key);
        }
        var kind = json.choice("kind", FieldKind.class);
        var field = new Field(
                key,
                json.text("label"),
                kind,
                json.flag("required", false),
                json.textIf("help").orElse(null),
                null,
                options(json, kind),
                conditions.read(json, "visibleWhen").orElse(null),
                json.object("validation", v -> ValidationJson.read(v, kind)).orElse(Validation.none()));
        before.put(key, withDefault(field, json));
        return before.get(key);
    }

    private static Field withDefault(Field field, Members json) {
        var given = json.any("default").map(JsonMap::plain);
        if (given.isEmpty()) {
            return field;
        }
        var answer = Answer.of(field, given.get(), field.options(), ANY_DAY);
        if (answer.value() == null || field.kind() == FieldKind.SERVICE || field.kind() == FieldKind.PROJECT) {
            throw json.refusal("default", "units.definition.default", field.label());
        }
        return field.withDefault(answer.value());
    }

    private List<Option> options(Members json, FieldKind kind) {
        var options = json.each("options", this::option);
        if (options.isEmpty() == kind.hasOwnOptions() || options.size() > MOST_OPTIONS) {
            throw json.refusal("options", "units.definition.options", MOST_OPTIONS);
        }
        var values = new HashSet<String>();
        for (var option : options) {
            if (!values.add(option.value())) {
                throw json.refusal("options", "units.definition.twice", option.value());
            }
        }
        return options;
    }

    private Option option(Members json) {
        var value = json.text("value");
        if (value.length() > FieldKind.SINGLE_CHOICE.longest()) {
            throw json.refusal("value", "units.definition.long", FieldKind.SINGLE_CHOICE.longest());
        }
        return new Option(
                value,
                json.textIf("label").orElse(value),
                json.textIf("help").orElse(null),
                conditions.read(json, "when").orElse(null));
    }

    private static SubjectPattern subject(Members json) {
        var parts = json.each("parts", FormJson::part);
        var pattern = json.text("pattern");
        var places = SubjectPattern.PLACE
                .matcher(pattern)
                .results()
                .map(place -> place.group(1))
                .toList();
        if (!places.equals(parts.stream().map(SubjectPart::key).toList())
                || new HashSet<>(places).size() < places.size()
                || parts.stream().noneMatch(part -> part.source() == Source.TYPED)) {
            throw json.refusal("pattern", "units.definition.subject", pattern);
        }
        return new SubjectPattern(pattern, parts);
    }

    private static SubjectPart part(Members json) {
        var source = json.choiceIf("source", Source.class).orElse(Source.TYPED);
        return new SubjectPart(json.text("key"), json.text("label"), source, json.flag("optional", false));
    }

    private Routing routing(Members json) {
        var key = json.text("field");
        var field = before.get(key);
        if (field == null || field.kind() != FieldKind.SINGLE_CHOICE) {
            throw json.refusal("field", "units.definition.routing", key);
        }
        return new Routing(
                key, json.object("sectors", sectors -> sectors(sectors, field)).orElse(Map.of()));
    }

    private static Map<String, String> sectors(Members json, Field field) {
        var sectors = new LinkedHashMap<String, String>();
        for (var value : json.names()) {
            if (!field.hasOption(value)) {
                throw json.refusal(value, "units.definition.value", value, field.label());
            }
            sectors.put(value, json.text(value));
        }
        return sectors;
    }
}
