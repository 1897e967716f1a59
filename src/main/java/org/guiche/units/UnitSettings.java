package org.guiche.units;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What else a unit decides.
 *
 * @param introduction what stands above the form
 * @param descriptionHelp what the description should tell (S0-18, S4-08)
 * @param checklist what speeds the analysis up
 * @param expectation what is usual where no target is promised: {@code em geral, 24 horas úteis} (S4-16)
 * @param steps what happens after sending, for the confirmation
 * @param stickyChannel a ticket stays in the channel it began in (S4-07)
 * @param reopenWithin how long after it was resolved a message opens a ticket again; null for always
 * @param extensions permitted extensions of files, without the dot; empty for the product's own list
 * @param sac under Decreto 11.034/2022: seven running days to answer, never paused
 * @param warnAt at which percentage of its time a deadline is warned of
 * @param triage how new tickets are sorted by people
 */
public record UnitSettings(
        String introduction,
        @Nullable String descriptionHelp,
        List<Reference> checklist,
        @Nullable String expectation,
        List<Step> steps,
        boolean stickyChannel,
        @Nullable Target reopenWithin,
        Set<String> extensions,
        boolean sac,
        int warnAt,
        TriageRules triage) {

    /** When a deadline is warned of where the unit says nothing: at that percentage of its time. */
    public static final int USUAL_WARNING = 80;

    public UnitSettings {
        checklist = List.copyOf(checklist);
        steps = List.copyOf(steps);
        extensions = extensions.stream()
                .map(ending -> ending.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Something that happens next, in a title and a sentence. */
    public record Step(String title, String text) {}
}
