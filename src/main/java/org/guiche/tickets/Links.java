package org.guiche.tickets;

import static org.guiche.tickets.TicketAccess.readable;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Which tickets belong together. The staff says so; whoever may not see one of both does not learn of it (SECURITY 2, 5). */
@Stateless
public class Links {

    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    HeldTickets held;

    @Inject
    Ties ties;

    @Inject
    Ledger ledger;

    /** A link just made, and the version of the ticket since. */
    public record Made(LinkedTicket linked, int version) {}

    /** What belongs together with a ticket, as far as the person may see it. */
    public List<LinkedTicket> list(TicketCode code, Person person) {
        return ties.of(readable(em.find(Ticket.class, code.number()), person).id, person);
    }

    /** A ticket as it would be linked; refuses what would be refused then. */
    public LinkedTicket look(TicketCode code, Link link, Person agent) {
        if (!agent.isStaff()) {
            throw new NotFound("tickets.not-found");
        }
        var ticket = readable(em.find(Ticket.class, code.number()), agent);
        return linked(link.role(), checked(ticket, link));
    }

    /**
     * Ties two tickets; both tell it to the staff. Refuses one that there is not, itself, what is tied like that already, and
     * across the wall between groups all but that they are related.
     */
    public Made add(TicketCode code, Link link, Person agent, @Nullable Integer version) {
        if (isFamily(link.role())) {
            ties.alone();
        }
        var ticket = held.toWork(code, agent, version);
        var other = checked(ticket, link);
        if (ties.of(ticket.id, agent).size() >= MOST) {
            throw RuleViolation.of("ticket", "tickets.link.many", MOST);
        }
        if (!ties.tie(ticket.id, link.role(), other.id, agent)) {
            throw RuleViolation.of("ticket", "tickets.link.twice", other.code());
        }
        tell(new Act(ticket, agent, link.channel()), EventType.LINKED, link.role(), other);
        return new Made(linked(link.role(), other), ticket.version);
    }

    /** Takes a link back; both tell that, too. Gives the version of the ticket since; where there is no such link, it is not found. */
    public int remove(TicketCode code, Link link, Person agent, @Nullable Integer version) {
        var ticket = held.toWork(code, agent, version);
        var other = em.find(Ticket.class, link.other().number());
        if (other == null || !link.role().isMade() || !ties.untie(ticket.id, link.role(), other.id)) {
            throw new NotFound("tickets.link.none");
        }
        tell(new Act(ticket, agent, link.channel()), EventType.UNLINKED, link.role(), other);
        return ticket.version;
    }

    private void tell(Act act, EventType type, LinkRole role, Ticket other) {
        var ticket = act.ticket();
        ledger.record(act, type, role.name(), other.code().digits());
        var there = new Act(other, act.actor(), act.channel());
        ledger.record(there, type, role.reversed().name(), ticket.code().digits());
        ticket.touched(ledger.now());
        em.flush();
        ledger.announce(ticket);
        ledger.announce(other);
    }

    private LinkedTicket linked(LinkRole role, Ticket other) {
        return new LinkedTicket(
                role, other.code(), other.subject, units.get(other.unitId).status(other.status.id()));
    }

    private Ticket checked(Ticket ticket, Link link) {
        var other = em.find(Ticket.class, link.other().number());
        if (other == null) {
            throw RuleViolation.of("ticket", "tickets.other.unknown", link.other());
        }
        if (!link.role().isMade()) {
            throw RuleViolation.of("kind", "tickets.link.merge");
        }
        if (other.id == ticket.id) {
            throw RuleViolation.of("ticket", "tickets.link.itself");
        }
        var into = other.status.mergedInto();
        if (into != null) {
            throw RuleViolation.of("ticket", "tickets.other.merged", other.code(), new TicketCode(into));
        }
        requireRoom(ticket, link.role(), other);
        return other;
    }

    private void requireRoom(Ticket ticket, LinkRole role, Ticket other) {
        if (role != LinkRole.RELATED && other.origin.groupId() != ticket.origin.groupId()) {
            throw RuleViolation.of("ticket", "tickets.link.group", other.code());
        }
        if (role == LinkRole.PARENT) {
            requireTree(other, ticket);
        }
        if (role == LinkRole.CHILD) {
            requireTree(ticket, other);
        }
    }

    private static boolean isFamily(LinkRole role) {
        return role == LinkRole.PARENT || role == LinkRole.CHILD;
    }

    /** Each is a part of one other at most, and of nothing that is a part of itself. */
    private void requireTree(Ticket parent, Ticket child) {
        var above = ties.parents(child.id);
        if (above.contains(parent.id)) {
            throw RuleViolation.of("ticket", "tickets.link.twice", parent.code());
        }
        if (!above.isEmpty()) {
            throw RuleViolation.of("ticket", "tickets.link.part", child.code(), new TicketCode(above.get(0)));
        }
        if (ties.parents(parent.id).contains(child.id)) {
            throw RuleViolation.of("ticket", "tickets.link.ring", parent.code(), child.code());
        }
    }
}
