package org.guiche.units;

import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;

/**
 * A form as it stands for certain answers.
 *
 * @param fields the visible fields, in order
 * @param missing keys of required fields without an answer
 * @param errors answers that are not what the field asks for
 * @param kept the answers that count: of visible fields, in normal form
 */
public record FormState(
        List<VisibleField> fields, List<String> missing, List<FieldError> errors, Map<String, Object> kept) {

    public FormState {
        fields = List.copyOf(fields);
        missing = List.copyOf(missing);
        errors = List.copyOf(errors);
        kept = Map.copyOf(kept);
    }

    /** Whether a ticket may be opened with it. */
    public boolean isComplete() {
        return missing.isEmpty() && errors.isEmpty();
    }
}
