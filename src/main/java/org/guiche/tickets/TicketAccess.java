package org.guiche.tickets;

import java.util.Collection;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to a ticket: one line per verb. {@link #visible} says the same as {@link #canRead} in SQL, for lists.
 * Groups are walls: a partner's tickets are not the client's, nor the reverse (S0-27..29); the staff sees both.
 */
public final class TicketAccess {

    private TicketAccess() {}

    /** The ticket, unless the person may not see it: then there is none. */
    static Ticket readable(@Nullable Ticket ticket, Person person) {
        if (ticket == null || !canRead(person, ticket)) {
            throw new NotFound("tickets.not-found");
        }
        return ticket;
    }

    static boolean canRead(Person person, Ticket ticket) {
        return canRead(person, ticket.origin.groupId(), ticket.origin.requesterId());
    }

    static boolean canRead(Person person, long groupId, long requesterId) {
        return person.isStaff()
                || (person.belongsTo(groupId) && (requesterId == person.id() || person.seesWhole(groupId)));
    }

    /**
     * The tickets {@code t} that the person may read, as a condition; it holds only numbers of our own. For whoever lists what
     * belongs to tickets.
     */
    public static String visible(Person person) {
        if (person.isStaff()) {
            return "true";
        }
        var own = "(t.requester_id = " + person.id() + " and t.group_id in (" + list(person.groups()) + "))";
        if (person.wholeGroups().isEmpty()) {
            return own;
        }
        var whole = "t.group_id in (" + list(person.wholeGroups()) + ")";
        return person.wholeGroups().containsAll(person.groups()) ? whole : "(" + own + " or " + whole + ")";
    }

    private static String list(Collection<Long> ids) {
        return ids.isEmpty()
                ? "-1"
                : String.join(", ", ids.stream().map(String::valueOf).toList());
    }

    /**
     * Reply as the staff does, change status, assign, move: in the own sectors, on the own tickets.
     *
     * @param memberOfItsSector works there or supervises it, as {@link org.guiche.units.Sectors#isMember} says
     */
    static boolean canWork(Person person, Ticket ticket, boolean memberOfItsSector) {
        return person.isStaff()
                && !person.isReadOnly()
                && (memberOfItsSector || (ticket.assigneeId != null && ticket.assigneeId == person.id()));
    }

    /** Refuses those who may read every ticket and write none (SECURITY 4). */
    static void requireWriter(Person person) {
        if (person.isReadOnly()) {
            throw new AccessDenied("tickets.read-only");
        }
    }

    /** Rate the help: the requester alone, and never somebody of the staff, whose own work may be rated there. */
    static boolean canRate(Person person, Ticket ticket) {
        return !person.isStaff() && person.id() == ticket.origin.requesterId();
    }

    static boolean canReadNotes(Person person) {
        return person.isStaff();
    }
}
