package org.guiche.privacy.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Until when something is held, as a browser sends it. */
final class HoldEnd {

    private HoldEnd() {}

    /** That day; nothing for no end. */
    static @Nullable LocalDate read(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw RuleViolation.of("until", "privacy.hold.past");
        }
    }
}
