package org.guiche.tickets;

import static org.guiche.tickets.TicketAccess.canWork;
import static org.guiche.tickets.TicketAccess.readable;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that somebody changes: nobody else's to change until the transaction ends. A version, where given, is the one that the
 * person saw; the loser of a race is told (SECURITY 12).
 */
@Dependent
class HeldTickets {

    @PersistenceContext
    EntityManager em;

    @Inject
    Sectors sectors;

    @Inject
    TicketQueries queries;

    @Inject
    Ledger ledger;

    @Inject
    TicketReader reader;

    /** For those who may work on it. */
    Ticket toWork(TicketCode code, Person agent, @Nullable Integer version) {
        return hold(code, agent, version, ticket -> requireWork(agent, ticket));
    }

    private void requireWork(Person agent, Ticket ticket) {
        if (!canWork(agent, ticket, sectors.isMember(agent, ticket.sectorId))) {
            throw new AccessDenied(
                    "tickets.work.denied", sectors.get(ticket.sectorId).name());
        }
    }

    /** For those who may read it: two messages at once are both kept. */
    Ticket toFollow(TicketCode code, Person person, @Nullable Integer version) {
        return hold(code, person, version, ticket -> {});
    }

    /** For those who may read it, and whom nothing is refused by that. */
    Ticket hold(TicketCode code, Person person, @Nullable Integer version, Consumer<Ticket> refusal) {
        var ticket = readable(em.find(Ticket.class, code.number(), LockModeType.PESSIMISTIC_WRITE), person);
        refusal.accept(ticket);
        ticket.expect(version);
        return ticket;
    }

    /** Several at once, in the order of their codes, so that two who hold the same ones wait for each other and not crosswise. */
    List<Ticket> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select t from Ticket t where t.id in :ids order by t.id", Ticket.class)
                        .setParameter("ids", List.copyOf(ids))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /** The first one that waits in the sector. Never the same to two. */
    Optional<Ticket> next(Sector sector) {
        return queries.lockNext(sector.id(), sector.queueOrder()).map(id -> em.find(Ticket.class, id));
    }

    /** What became of it, written and told to whoever listens. */
    TicketDetails release(Act act) {
        em.flush();
        ledger.announce(act.ticket());
        return reader.details(act.ticket(), act.person());
    }
}
