package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import org.guiche.accounts.StaffLeft;

/** Who works here no more is nothing of a sector's or unit's own any more, and comes back as nothing but what the person is anyway. */
@ApplicationScoped
class SupervisionEnds {

    @Inject
    TeamRoles roles;

    @Inject
    SupervisorRows supervisors;

    void left(@Observes StaffLeft event) {
        var actor = Objects.requireNonNullElse(event.actor(), Configuration.SYSTEM);
        roles.endAll(actor, event.personId());
        supervisors.units(event.personId()).forEach(unit -> supervisors.end(actor, unit, event.personId()));
    }
}
