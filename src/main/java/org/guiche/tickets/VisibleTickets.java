package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** Looks a ticket up as {@link TicketAccess#canRead} says: what lies behind a wall takes as long as what never was (SECURITY 36). */
@Dependent
class VisibleTickets {

    private static final List<Long> NONE = List.of(-1L);

    @PersistenceContext
    EntityManager em;

    /** The ticket; 404 where there is none that the person may see. */
    Ticket get(TicketCode code, Person person) {
        return TicketAccess.readable(
                person.isStaff() ? em.find(Ticket.class, code.number()) : within(code, person), person);
    }

    private @Nullable Ticket within(TicketCode code, Person person) {
        return em.createQuery("""
                        select t from Ticket t where t.id = :id and (t.origin.groupId in :whole
                            or (t.origin.requesterId = :person and t.origin.groupId in :groups))""", Ticket.class)
                .setParameter("id", code.number())
                .setParameter("whole", some(person.wholeGroups()))
                .setParameter("person", person.id())
                .setParameter("groups", some(person.groups()))
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static Collection<Long> some(Collection<Long> groups) {
        return groups.isEmpty() ? NONE : groups;
    }
}
