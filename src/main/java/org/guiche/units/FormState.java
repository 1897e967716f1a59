package org.guiche.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.guiche.units.SubjectPattern.SubjectPart;

/**
 * A form as it stands for certain answers.
 *
 * @param fields the visible fields, in order
 * @param missing keys of required fields without an answer
 * @param errors answers that are not what their field asks for
 * @param kept the answers that count: of visible fields, in normal form, in the form's order. A field with a default that
 *     somebody emptied is kept as empty text, so that the default does not come back.
 * @param subjectParts the parts of the subject that somebody has to write
 */
public record FormState(
        List<VisibleField> fields,
        List<String> missing,
        List<FieldError> errors,
        Map<String, Object> kept,
        List<SubjectPart> subjectParts) {

    public FormState {
        fields = List.copyOf(fields);
        missing = List.copyOf(missing);
        errors = List.copyOf(errors);
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        subjectParts = List.copyOf(subjectParts);
    }

    /** Whether a ticket may be opened with it. */
    public boolean isComplete() {
        return missing.isEmpty() && errors.isEmpty();
    }
}
