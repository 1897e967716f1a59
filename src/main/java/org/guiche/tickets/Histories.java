package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Quotas;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.SqlArray;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;

/** Gives out the history of a ticket under SAC: on request, free, at once instead of in five days (Decreto 11.034/2022, art. 12). */
@Stateless
public class Histories {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager em;

    @Inject
    HeldTickets held;

    @Inject
    IdentityGate gate;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    Quotas quotas;

    @Inject
    Ledger ledger;

    @Inject
    TicketReader reader;

    @Inject
    StoryReader story;

    @Inject
    Readings readings;

    @Inject
    Event<HistoryRequested> requested;

    /**
     * Sends it to whoever asks, or from the staff to the address that the ticket answers to, and gives that address. Refused where the
     * unit is not under the decree, and again within some minutes.
     */
    public String send(TicketCode code, Person person, Channel channel) {
        var act = new Act(held.toFollow(code, person, null), person, channel);
        var ticket = act.ticket();
        if (!units.get(ticket.unitId).settings().sac()) {
            throw new RuleViolation("tickets.history.not-sac");
        }
        if (person.isStaff()) {
            gate.pass(ticket); // it goes to an address that whoever called may have named
        }
        quotas.take("history of " + ticket.id, 1, AGAIN_AFTER).ifPresent(wait -> {
            throw new RuleViolation("tickets.history.again", wait.toMinutes() + 1);
        });
        ledger.record(act, EventType.HISTORY_SENT);
        ticket.active(ledger.now());
        em.flush();
        var recipient = person.isStaff() ? Contact.of(ticket.contact).email() : person.email();
        requested.fire(new HistoryRequested(ticket.id, recipient));
        ledger.announce(ticket);
        return recipient;
    }

    /**
     * All that one person asked for under SAC, with everything said and done, as that person may read it; the newest ticket first. Whoever
     * reads it is on record for each.
     *
     * @param most how many tickets at most
     * @throws AccessDenied for all but supervisors of everything and administrators
     */
    public List<PublicHistory> ofPerson(long personId, int most, Person by) {
        if (!by.isSupervisor()) {
            throw new AccessDenied("tickets.history.supervisors-only");
        }
        var sac = units.all().stream()
                .filter(unit -> unit.settings().sac())
                .map(BusinessUnit::id)
                .toList();
        List<?> ids = em.createNativeQuery("""
                        select id from tickets_ticket where requester_id = ?1 and unit_id = any(cast(?2 as bigint[])) order by id desc limit ?3""")
                .setParameter(1, personId)
                .setParameter(2, SqlArray.of(sac))
                .setParameter(3, most)
                .getResultList();
        return ids.stream()
                .map(id -> readings.of(em.find(Ticket.class, ((Number) id).longValue()), by))
                .map(this::read)
                .toList();
    }

    /** It, as its requester may read it. For the channels. */
    public PublicHistory read(long ticketId) {
        return read(em.find(Ticket.class, ticketId));
    }

    private PublicHistory read(Ticket ticket) {
        var all = new StoryPart(false, null, null);
        return new PublicHistory(
                reader.details(ticket, outside(ticket.origin.requesterId())),
                story.messages(ticket.id, all).items(),
                story.events(ticket, all).items(),
                TicketRatings.none());
    }

    /** The requester without any right of today: what was everybody's to read is read the same, also when access is over. */
    private Person outside(long personId) {
        return new Person(personId, people.name(personId), "", null, null, Set.of(), List.of());
    }
}
