package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** What priority a request gets, and within what time an answer and a solution. */
record Promise(
        Priority priority,
        @Nullable Classification classification,
        @Nullable Target firstResponse,
        @Nullable Target resolution) {

    /** What the unit promises for a request; refuses a choice that it does not offer. */
    static Promise of(BusinessUnit unit, OpenTicket request) {
        return switch (unit.prioritySource()) {
            case CLASSIFICATION -> ofClassification(unit, request.classification());
            case REQUESTER -> ofChoice(unit, request.priority());
            case AGENT -> ofChoice(unit, null);
            case NONE -> nothing();
        };
    }

    private static Promise ofClassification(BusinessUnit unit, @Nullable String key) {
        if (key == null) {
            throw RuleViolation.of("classification", "tickets.classification.required");
        }
        return of(unit.classification(key));
    }

    private static Promise ofChoice(BusinessUnit unit, @Nullable Priority wanted) {
        var choice = wanted == null
                ? unit.priorities().stream().filter(PriorityChoice::recommended).findFirst()
                : unit.priority(wanted);
        if (wanted != null && choice.isEmpty()) {
            throw RuleViolation.of("priority", "tickets.priority.not-offered");
        }
        return choice.map(Promise::of).orElseGet(Promise::nothing);
    }

    private static Promise nothing() {
        return new Promise(Priority.MEDIUM, null, null, null);
    }

    static Promise of(Classification chosen) {
        return new Promise(chosen.priority(), chosen, chosen.firstResponse(), chosen.resolution());
    }

    static Promise of(PriorityChoice choice) {
        return new Promise(choice.priority(), null, choice.firstResponse(), choice.resolution());
    }

    /** When that target is over; null where there is none. */
    static @Nullable Instant due(@Nullable Target target, ServiceCalendar calendar, Instant from) {
        return target == null ? null : calendar.due(from, target.amount(), target.clock(), List.of());
    }
}
