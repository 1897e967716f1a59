package org.guiche.units;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.guiche.shared.JsonMap;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Reads what an answer must be; each kind of field knows only its own rules. */
final class ValidationJson {

    private ValidationJson() {}

    static Validation read(Members json, FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT ->
                Validation.ofText(
                        json.count("minLength"),
                        json.count("maxLength"),
                        pattern(json, "pattern").orElse(null),
                        json.textIf("message").orElse(null));
            case NUMBER ->
                Validation.ofNumber(
                        json.number("min").orElse(null), json.number("max").orElse(null), json.flag("whole", false));
            case DATE ->
                Validation.ofDate(
                        date(json, "min").orElse(null), date(json, "max").orElse(null));
            default -> Validation.none();
        };
    }

    /** The same of rules by name; refuses those that let no answer through. */
    static Validation read(Map<String, Object> rules, FieldKind kind) {
        var validation = Members.read(JsonMap.write(rules), "", members -> read(members, kind));
        if (validation.isImpossible(kind)) {
            throw new RuleViolation("units.definition.range");
        }
        return validation;
    }

    static Optional<TextPattern> pattern(Members json, String name) {
        return json.textIf(name).map(regex -> placed(json, name, () -> TextPattern.of(regex)));
    }

    private static Optional<DateLimit> date(Members json, String name) {
        return json.textIf(name).map(written -> placed(json, name, () -> DateLimit.parse(written)));
    }

    /** What that reads; its refusal gets the place of the member, or of all where none is named. */
    static <T> T placed(Members json, @Nullable String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuleViolation e) {
            throw json.refusal(name, e.key(), e.args().toArray());
        }
    }
}
