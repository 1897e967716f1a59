package org.guiche.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Reads what was typed, field by field, so that all that is wrong is refused at once, each beside its field. */
final class TypedFields {

    private final List<FieldError> errors = new ArrayList<>();

    /** What it says; null where it says nothing that can be read. */
    <T> @Nullable T read(String field, String typed, Function<String, T> reading) {
        try {
            return reading.apply(typed);
        } catch (RuleViolation e) {
            errors.add(new FieldError(field, e.key(), e.args()));
            return null;
        }
    }

    boolean areWrong() {
        return !errors.isEmpty();
    }

    RuleViolation refusal() {
        return RuleViolation.of(errors);
    }
}
