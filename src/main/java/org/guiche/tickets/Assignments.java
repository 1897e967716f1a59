package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** Who of the staff works on what: taken from the queue, given to somebody, given back. */
@Stateless
public class Assignments {

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    HeldTickets held;

    @Inject
    Readiness readiness;

    @Inject
    Progress progress;

    @Inject
    Event<TicketAssigned> assigned;

    /** The next ticket of the sector's queue, now the agent's own; nothing when nobody waits. Never the same to two. Refuses who is away, or has enough. */
    public Optional<TicketDetails> takeNext(String sectorKey, Person agent, Channel channel) {
        var sector = sectors.get(sectorKey);
        if (!agent.isStaff()) {
            throw new NotFound("tickets.not-found");
        }
        if (!sectors.isMember(agent, sector.id())) {
            throw new AccessDenied("tickets.sector.not-yours", sector.name());
        }
        TicketAccess.requireWriter(agent);
        readiness.require(agent);
        return held.next(sector).map(ticket -> given(new Act(ticket, agent, channel), agent));
    }

    /** Gives the ticket to somebody who works in its sector, or back to the queue. */
    public TicketDetails assign(TicketCode code, Assignment assignment, Person agent, @Nullable Integer version) {
        var act = new Act(held.toWork(code, agent, version), agent, assignment.channel());
        var to = assignment.personId();
        return given(act, to == null ? null : member(act.ticket().sectorId, to));
    }

    private Person member(long sectorId, long personId) {
        return people.find(personId)
                .filter(person -> sectors.isMember(person, sectorId))
                .orElseThrow(() -> RuleViolation.of(
                        "assignee",
                        "tickets.assignee.not-member",
                        sectors.get(sectorId).name()));
    }

    private TicketDetails given(Act act, @Nullable Person assignee) {
        var before = act.ticket().assigneeId;
        progress.give(act, assignee);
        var details = held.release(act);
        if (assignee != null && assignee.id() != act.person().id() && !Objects.equals(before, assignee.id())) {
            assigned.fire(new TicketAssigned(act.ticket().id, act.person().name()));
        }
        return details;
    }
}
