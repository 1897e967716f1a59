package org.guiche.units;

import jakarta.json.JsonObject;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * One unit or sector of a file.
 *
 * @param place where it stands in the file: {@code units[2]}
 * @param isNew whether there is none of that key yet
 * @param before what there is now, empty where it is new
 * @param after what the file says
 * @param refusal why it cannot be brought in, else null
 */
public record ImportItem(
        String place,
        String name,
        boolean isNew,
        JsonObject before,
        JsonObject after,
        @Nullable RuleViolation refusal) {

    /** What would change. */
    public Difference difference() {
        return Difference.of(before, after);
    }
}
