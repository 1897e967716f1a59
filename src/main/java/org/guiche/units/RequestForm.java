package org.guiche.units;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published version of a unit's request form: it never changes, and a ticket keeps the one it was opened with. */
public record RequestForm(
        long id,
        int number,
        List<Field> fields,
        @Nullable SubjectPattern subject,
        @Nullable Routing routing) {

    public RequestForm {
        fields = List.copyOf(fields);
    }

    /** The field of that key. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
