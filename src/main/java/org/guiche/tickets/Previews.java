package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.Preview.Choice;
import org.guiche.time.Explanation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.PriorityChoice;
import org.guiche.units.PrioritySource;
import org.guiche.units.Sector;
import org.guiche.units.ServiceMetric;
import org.guiche.units.ServiceTargets;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Counts, for each choice that a requester has, when it would be due if it were sent now. */
@Dependent
class Previews {

    @Inject
    Clock clock;

    @Inject
    TicketQueries queries;

    @EJB
    Standards standards;

    /**
     * @param services the names of what the company has contracted
     */
    Preview of(BusinessUnit unit, Sector sector, boolean concludedProject, Collection<String> services) {
        var now = clock.instant();
        var choices = switch (unit.prioritySource()) {
            case CLASSIFICATION ->
                unit.classifications().stream()
                        .map(c -> choice(unit, c, unit.targets(c, c.priority(), services), now))
                        .toList();
            case REQUESTER ->
                unit.priorities().stream()
                        .map(p -> choice(unit, p, unit.targets(null, p.priority(), services), now))
                        .toList();
            case AGENT, NONE -> List.<Choice>of();
        };
        return new Preview(
                choices,
                given(unit, services, now),
                sector,
                queries.waiting(sector.id()),
                standards.expectation(unit).orElse(null),
                concludedProject);
    }

    private static @Nullable Choice given(BusinessUnit unit, Collection<String> services, Instant now) {
        return unit.prioritySource() != PrioritySource.AGENT
                ? null
                : unit.priorities().stream()
                        .filter(PriorityChoice::recommended)
                        .findFirst()
                        .map(p -> choice(unit, p, unit.targets(null, p.priority(), services), now))
                        .orElse(null);
    }

    private static Choice choice(BusinessUnit unit, Classification c, ServiceTargets targets, Instant now) {
        var counted = new Counted(unit, targets, now);
        return new Choice(
                c.key(),
                c.name(),
                c.description(),
                c.priority(),
                c.recommended(),
                counted.target(ServiceMetric.FIRST_RESPONSE),
                counted.target(ServiceMetric.RESOLUTION),
                counted.due(ServiceMetric.FIRST_RESPONSE),
                counted.due(ServiceMetric.RESOLUTION),
                counted.explained());
    }

    private static Choice choice(BusinessUnit unit, PriorityChoice p, ServiceTargets targets, Instant now) {
        var counted = new Counted(unit, targets, now);
        return new Choice(
                p.priority().name(),
                Texts.get("tickets.priority." + p.priority().style()),
                p.description(),
                p.priority(),
                p.recommended(),
                counted.target(ServiceMetric.FIRST_RESPONSE),
                counted.target(ServiceMetric.RESOLUTION),
                counted.due(ServiceMetric.FIRST_RESPONSE),
                counted.due(ServiceMetric.RESOLUTION),
                counted.explained());
    }

    private record Counted(BusinessUnit unit, ServiceTargets targets, Instant now) {

        @Nullable
        Target target(ServiceMetric metric) {
            return targets.target(metric).orElse(null);
        }

        @Nullable
        Instant due(ServiceMetric metric) {
            return Promise.due(target(metric), unit.calendar(), now);
        }

        @Nullable
        Explanation explained() {
            return targets.target(ServiceMetric.RESOLUTION)
                    .map(target -> unit.calendar().explain(now, target.amount(), target.clock(), List.of()))
                    .orElse(null);
        }
    }
}
