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
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
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

    /** For those who may work on it; on one that was merged nobody works any more. */
    Ticket toWork(TicketCode code, Person agent, @Nullable Integer version) {
        return hold(code, agent, version, ticket -> {
            requireWork(agent, ticket);
            requireOwn(ticket);
        });
    }

    /** Where the requester's side writes, where it is told by now: for those who may read it, of the staff for those who may work on it. */
    Ticket toComment(TicketCode code, Person person, @Nullable Integer version) {
        return told(code, person, version, ticket -> {
            if (person.isStaff() && person.id() != ticket.origin.requesterId() && ticket.status.mergedInto() == null) {
                requireWork(person, ticket);
            }
        });
    }

    /** For those of the staff who say something there: where it is told by now, if it was merged. */
    Ticket toAnswer(TicketCode code, Person agent, @Nullable Integer version) {
        return told(code, agent, version, ticket -> {
            if (ticket.status.mergedInto() == null) {
                requireWork(agent, ticket);
            }
        });
    }

    /** To take a merge back: the merged one itself, for those who may work on it. */
    Ticket toTakeBack(TicketCode code, Person agent, @Nullable Integer version) {
        return hold(code, agent, version, ticket -> requireWork(agent, ticket));
    }

    /** Locks follow a merge from the ticket to where it is told, never the other way: see {@link Merges}. */
    private Ticket told(TicketCode code, Person person, @Nullable Integer version, Consumer<Ticket> refusal) {
        var asked = hold(code, person, null, refusal);
        var ticket = asked;
        for (var into = asked.status.mergedInto(); into != null; into = ticket.status.mergedInto()) {
            ticket = hold(new TicketCode(into), person, null, refusal);
        }
        if (version == null || version != asked.version) {
            expect(ticket, version);
        }
        return ticket;
    }

    private static void expect(Ticket ticket, @Nullable Integer version) {
        if (version != null && version != ticket.version) {
            throw new StaleVersion();
        }
    }

    /** Refuses one that was merged: its life is another ticket's. */
    static void requireOwn(Ticket ticket) {
        var into = ticket.status.mergedInto();
        if (into != null) {
            throw new RuleViolation("tickets.merged", ticket.code(), new TicketCode(into));
        }
    }

    private void requireWork(Person agent, Ticket ticket) {
        if (!canWork(agent, ticket, sectors.isMember(agent, ticket.sectorId))) {
            throw new AccessDenied(
                    "tickets.work.denied", sectors.get(ticket.sectorId).name());
        }
    }

    /** For those who may read it, where it is told by now: two messages at once are both kept. */
    Ticket toFollow(TicketCode code, Person person, @Nullable Integer version) {
        return told(code, person, version, ticket -> {});
    }

    /** For those who may read it, and whom nothing is refused by that. */
    Ticket hold(TicketCode code, Person person, @Nullable Integer version, Consumer<Ticket> refusal) {
        var ticket = readable(em.find(Ticket.class, code.number(), LockModeType.PESSIMISTIC_WRITE), person);
        TicketAccess.requireWriter(person);
        refusal.accept(ticket);
        expect(ticket, version);
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
