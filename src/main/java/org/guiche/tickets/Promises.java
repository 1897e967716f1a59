package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guiche.partners.ContractedServices;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Priority;
import org.guiche.units.ServiceMetric;
import org.guiche.units.ServiceTargets;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** What a unit promises to a ticket as it is: by service level, contract, classification and priority. */
@Dependent
class Promises {

    @Inject
    ContractedServices services;

    /** With that classification, whose priority it gets. */
    Promise of(Ticket ticket, BusinessUnit unit, Classification chosen) {
        return promise(ticket, unit, chosen, chosen.priority());
    }

    /** As it is classified now, for a company that has contracted that. */
    static Promise of(Ticket ticket, BusinessUnit unit, Collection<String> services) {
        var classification = classification(ticket, unit);
        var priority = ticket.urgency.priority();
        return new Promise(priority, classification, unit.targets(classification, priority, services));
    }

    /** With that priority. */
    Promise of(Ticket ticket, BusinessUnit unit, Priority priority) {
        return promise(ticket, unit, classification(ticket, unit), priority);
    }

    Optional<Target> target(Ticket ticket, BusinessUnit unit, ServiceMetric metric) {
        return targets(ticket, unit, classification(ticket, unit), ticket.urgency.priority())
                .target(metric);
    }

    private Promise promise(
            Ticket ticket, BusinessUnit unit, @Nullable Classification classification, Priority priority) {
        return new Promise(priority, classification, targets(ticket, unit, classification, priority));
    }

    private ServiceTargets targets(
            Ticket ticket, BusinessUnit unit, @Nullable Classification classification, Priority priority) {
        return unit.targets(classification, priority, services(unit, ticket.origin.companyId()));
    }

    /** The names of what the company has contracted, where that makes a difference in the unit. */
    private List<String> services(BusinessUnit unit, @Nullable Long companyId) {
        var matters = unit.serviceLevels().stream().anyMatch(level -> level.service() != null);
        return matters && companyId != null
                ? services.of(List.of(companyId)).getOrDefault(companyId, List.of())
                : List.of();
    }

    private static @Nullable Classification classification(Ticket ticket, BusinessUnit unit) {
        var id = ticket.urgency.classificationId();
        return id == null ? null : unit.classification(id).orElse(null);
    }
}
