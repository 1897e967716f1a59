package org.guiche.units;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be besides being of its field's kind.
 *
 * @param minLength in characters; 0 for none
 * @param maxLength in characters; 0 for the kind's own
 * @param whole only whole numbers
 * @param message what is said when the pattern does not match, in the administrator's words
 */
public record Validation(
        int minLength,
        int maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean whole,
        @Nullable DateLimit earliest,
        @Nullable DateLimit latest,
        @Nullable TextPattern pattern,
        @Nullable String message) {

    private static final Validation NONE = ofText(0, 0, null, null);

    /** Nothing besides its kind. */
    public static Validation none() {
        return NONE;
    }

    static Validation ofText(int minLength, int maxLength, @Nullable TextPattern pattern, @Nullable String message) {
        return new Validation(minLength, maxLength, null, null, false, null, null, pattern, message);
    }

    static Validation ofNumber(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean whole) {
        return new Validation(0, 0, min, max, whole, null, null, null, null);
    }

    static Validation ofDate(@Nullable DateLimit earliest, @Nullable DateLimit latest) {
        return new Validation(0, 0, null, null, false, earliest, latest, null, null);
    }

    /** Whether no answer of that kind could ever pass. */
    boolean isImpossible(FieldKind kind) {
        return maxLength > kind.longest()
                || minLength > (maxLength > 0 ? maxLength : kind.longest())
                || (min != null && max != null && min.compareTo(max) > 0)
                || (earliest != null && latest != null && earliest.isSurelyAfter(latest));
    }
}
