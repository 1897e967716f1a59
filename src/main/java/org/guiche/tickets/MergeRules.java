package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.People;
import org.guiche.shared.RuleViolation;
import org.guiche.units.StatusCategory;

/** Which tickets may be merged: what is not finished, and has the same readers (decision 0022). */
@Dependent
class MergeRules {

    @PersistenceContext
    EntityManager em;

    @Inject
    People people;

    /** The ticket of that code, if the other one may be merged into it now. */
    Ticket check(Ticket source, TicketCode into) {
        var target = em.find(Ticket.class, into.number());
        if (target == null) {
            throw RuleViolation.of("into", "tickets.other.unknown", into);
        }
        if (target.id == source.id) {
            throw RuleViolation.of("into", "tickets.merge.itself");
        }
        var told = target.status.mergedInto();
        if (told != null) {
            throw RuleViolation.of("into", "tickets.other.merged", into, new TicketCode(told));
        }
        if (source.status.category() == StatusCategory.CLOSED) {
            throw new RuleViolation("tickets.merge.ended", source.code());
        }
        if (target.status.category() == StatusCategory.CLOSED) {
            throw RuleViolation.of("into", "tickets.merge.closed", into);
        }
        requireSameReaders(source, target);
        return target;
    }

    /** Who reads one of both must read the other one already: a merge opens no door (SECURITY 5, S0-27 to S0-29). */
    private void requireSameReaders(Ticket source, Ticket target) {
        if (source.origin.groupId() != target.origin.groupId()) {
            throw RuleViolation.of("into", "tickets.merge.group", target.code());
        }
        var same = source.origin.requesterId() == target.origin.requesterId();
        if (!same && !(seesWhole(source) && seesWhole(target))) {
            throw RuleViolation.of("into", "tickets.merge.requester", target.code());
        }
    }

    private boolean seesWhole(Ticket ticket) {
        return people.find(ticket.origin.requesterId())
                .filter(person -> person.seesWhole(ticket.origin.groupId()))
                .isPresent();
    }
}
