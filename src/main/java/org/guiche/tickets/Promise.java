package org.guiche.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.PrioritySource;
import org.guiche.units.ServiceTargets;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** What priority a ticket gets, and within what time what is promised to it. */
record Promise(Priority priority, @Nullable Classification classification, ServiceTargets targets) {

    /**
     * What the unit promises for a request; refuses a choice that it does not offer.
     *
     * @param services the names of what the company has contracted
     */
    static Promise of(BusinessUnit unit, OpenTicket request, Collection<String> services) {
        var classification = unit.prioritySource() == PrioritySource.CLASSIFICATION ? chosen(unit, request) : null;
        requireKnown(unit, request);
        var priority = classification == null ? priority(unit, request) : classification.priority();
        return new Promise(priority, classification, unit.targets(classification, priority, services));
    }

    /** A program that names one that there is not is mistaken; a draft may have kept one of a unit chosen before. */
    private static void requireKnown(BusinessUnit unit, OpenTicket request) {
        var key = request.classification();
        if (key != null && request.channel() == Channel.API) {
            unit.classification(key);
        }
    }

    private static Classification chosen(BusinessUnit unit, OpenTicket request) {
        var key = request.classification();
        if (key == null) {
            throw RuleViolation.of("classification", "tickets.classification.required");
        }
        return unit.classification(key);
    }

    private static Priority priority(BusinessUnit unit, OpenTicket request) {
        return switch (unit.prioritySource()) {
            case REQUESTER -> offered(unit, request.priority());
            case AGENT -> offered(unit, null);
            default -> Priority.MEDIUM;
        };
    }

    private static Priority offered(BusinessUnit unit, @Nullable Priority wanted) {
        if (wanted != null) {
            return unit.priority(wanted)
                    .map(PriorityChoice::priority)
                    .orElseThrow(() -> RuleViolation.of("priority", "tickets.priority.not-offered"));
        }
        return unit.priorities().stream()
                .filter(PriorityChoice::recommended)
                .map(PriorityChoice::priority)
                .findFirst()
                .orElse(Priority.MEDIUM);
    }

    /** When that target is over; null where there is none. */
    static @Nullable Instant due(@Nullable Target target, ServiceCalendar calendar, Instant from) {
        return target == null ? null : calendar.due(from, target.amount(), target.clock(), List.of());
    }
}
