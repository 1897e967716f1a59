package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.Preview.Choice;
import org.guiche.time.Explanation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.PriorityChoice;
import org.guiche.units.PrioritySource;
import org.guiche.units.Sector;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Counts, for each choice that a requester has, when it would be due if it were sent now. */
@Dependent
class Previews {

    @Inject
    Clock clock;

    @Inject
    TicketQueries queries;

    Preview of(BusinessUnit unit, Sector sector, boolean concludedProject) {
        var now = clock.instant();
        var choices = switch (unit.prioritySource()) {
            case CLASSIFICATION ->
                unit.classifications().stream().map(c -> choice(unit, c, now)).toList();
            case REQUESTER ->
                unit.priorities().stream().map(p -> choice(unit, p, now)).toList();
            case AGENT, NONE -> List.<Choice>of();
        };
        return new Preview(
                choices,
                given(unit, now),
                sector,
                queries.waiting(sector.id()),
                unit.settings().expectation(),
                concludedProject);
    }

    private static @Nullable Choice given(BusinessUnit unit, Instant now) {
        return unit.prioritySource() != PrioritySource.AGENT
                ? null
                : unit.priorities().stream()
                        .filter(PriorityChoice::recommended)
                        .findFirst()
                        .map(recommended -> choice(unit, recommended, now))
                        .orElse(null);
    }

    private static Choice choice(BusinessUnit unit, Classification c, Instant now) {
        return new Choice(
                c.key(),
                c.name(),
                c.description(),
                c.priority(),
                c.recommended(),
                c.firstResponse(),
                c.resolution(),
                Promise.due(c.firstResponse(), unit.calendar(), now),
                Promise.due(c.resolution(), unit.calendar(), now),
                explained(unit, c.resolution(), now));
    }

    private static Choice choice(BusinessUnit unit, PriorityChoice p, Instant now) {
        return new Choice(
                p.priority().name(),
                Texts.get("tickets.priority." + p.priority().style()),
                p.description(),
                p.priority(),
                p.recommended(),
                p.firstResponse(),
                p.resolution(),
                Promise.due(p.firstResponse(), unit.calendar(), now),
                Promise.due(p.resolution(), unit.calendar(), now),
                explained(unit, p.resolution(), now));
    }

    private static @Nullable Explanation explained(BusinessUnit unit, @Nullable Target target, Instant now) {
        return target == null ? null : unit.calendar().explain(now, target.amount(), target.clock(), List.of());
    }
}
