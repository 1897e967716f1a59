package org.guiche.partners;

import java.util.List;
import java.util.function.Function;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed, field by field, and notes what is wrong beside each. */
final class Reading {

    private Reading() {}

    /** The value; null where nothing was typed, or what was typed is refused, which is noted then. */
    static <T> @Nullable T read(
            List<FieldError> errors, String field, @Nullable String typed, Function<String, T> reading) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return reading.apply(typed);
        } catch (RuleViolation e) {
            errors.add(new FieldError(field, e.key(), e.args()));
            return null;
        }
    }

    /** The same where something has to be typed. */
    static <T> @Nullable T needed(List<FieldError> errors, String field, String typed, Function<String, T> reading) {
        if (typed.isBlank()) {
            errors.add(new FieldError(field, "shared.required"));
            return null;
        }
        return read(errors, field, typed, reading);
    }

    /** A line of text without anything that breaks it; refuses an endless one. */
    static String name(String field, String typed) {
        var name = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.length() > PartnerText.LONGEST) {
            throw RuleViolation.of(field, "partners.partner.text-long", PartnerText.LONGEST);
        }
        return name;
    }
}
