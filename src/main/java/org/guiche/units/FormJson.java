package org.guiche.units;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiche.shared.JsonMap;
import org.guiche.shared.RuleViolation;
import org.guiche.units.SubjectPattern.Source;
import org.guiche.units.SubjectPattern.SubjectPart;

/**
 * Reads a form's definition. Reading is strict: a definition that could not work is never published. Refused are members that
 * nobody knows, values of another type, and whatever {@link FormCheck} has against the whole. A draft may still have such faults.
 */
final class FormJson {

    private static final Pattern KEY = Pattern.compile("[a-zA-Z][A-Za-z0-9-]{0,39}");

    private FormJson() {}

    /** Whether that can be a key of anything: letters without accents, digits and hyphens. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The form; refuses a definition with the place and the sentence of what is wrong. */
    static RequestForm read(long id, int number, JsonObject json) {
        var form = draft(id, number, json);
        var problems = FormCheck.problems(form);
        if (!problems.isEmpty()) {
            throw RuleViolation.of(problems.subList(0, 1));
        }
        return form;
    }

    /** The same of one that is still being written, and may not work yet. */
    static RequestForm draft(long id, int number, JsonObject json) {
        return Members.read(
                json,
                "",
                form -> new RequestForm(
                        id,
                        number,
                        form.each("fields", FormJson::field),
                        form.object("subject", FormJson::subject).orElse(null),
                        form.object("routing", FormJson::routing).orElse(null),
                        ConditionJson.read(form, "sensitive").orElse(null)));
    }

    private static Field field(Members json) {
        var kind = json.choice("kind", FieldKind.class);
        var field = new Field(
                json.text("key"),
                json.text("label"),
                kind,
                json.flag("required", false),
                json.textIf("help").orElse(null),
                null,
                json.each("options", FormJson::option),
                ConditionJson.read(json, "visibleWhen").orElse(null),
                json.object("validation", v -> ValidationJson.read(v, kind)).orElse(Validation.none()));
        return json.any("default")
                .map(JsonMap::plain)
                .map(field::withDefaultRead)
                .orElse(field);
    }

    private static Option option(Members json) {
        var value = json.text("value");
        return new Option(
                value,
                json.textIf("label").orElse(value),
                json.textIf("help").orElse(null),
                ConditionJson.read(json, "when").orElse(null));
    }

    private static SubjectPattern subject(Members json) {
        return new SubjectPattern(json.text("pattern"), json.each("parts", FormJson::part));
    }

    private static SubjectPart part(Members json) {
        var source = json.choiceIf("source", Source.class).orElse(Source.TYPED);
        return new SubjectPart(json.text("key"), json.text("label"), source, json.flag("optional", false));
    }

    private static Routing routing(Members json) {
        return new Routing(
                json.text("field"), json.object("sectors", FormJson::sectors).orElse(Map.of()));
    }

    private static Map<String, String> sectors(Members json) {
        var sectors = new LinkedHashMap<String, String>();
        json.names().forEach(value -> sectors.put(value, json.text(value)));
        return sectors;
    }
}
