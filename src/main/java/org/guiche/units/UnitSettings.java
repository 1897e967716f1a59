package org.guiche.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a unit decides, as read from its settings.
 *
 * @param expectation what is usual where no target is promised: {@code em geral, 24 horas úteis} (S4-16)
 */
public record UnitSettings(
        String introduction,
        List<Reference> checklist,
        @Nullable String expectation,
        boolean stickyChannel) {

    public UnitSettings {
        checklist = List.copyOf(checklist);
    }

    /** Something that speeds the analysis up when the description has it (S4-08), with the pattern that finds it. */
    public record Reference(String label, @Nullable String pattern) {}
}
