package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.Sorted.Left;
import org.guiche.tickets.Sorted.Moved;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * Sorting new tickets from their entry sector into the others, several at once, and back (S4-09..11). Each move is an ordinary
 * change of the sector, with its event; the time at which a ticket entered is kept. What somebody else took or moved meanwhile
 * is left alone, and said.
 */
@Stateless
public class Triages {

    /** How many are moved at once. */
    static final int MOST = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Entries entries;

    @Inject
    Sectors sectors;

    @Inject
    TriageReader reader;

    @Inject
    Readings readings;

    @Inject
    TriageUndo before;

    @Inject
    HeldTickets held;

    @Inject
    Ledger ledger;

    @Inject
    TriageRefusals refusals;

    /** The entry sectors that the person sorts; none for whoever works in none of them. */
    public List<Sector> entries(Person agent) {
        return entries.of(agent);
    }

    /**
     * What waits to be sorted in an entry sector, and the sectors it may go to.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public TriageBoard board(String entry, @Nullable String cursor, Person agent) {
        return readings.of(reader.board(entries.require(entry, agent), cursor), agent);
    }

    /** Moves what still waits to be sorted there; the rest is left, with the reason. */
    public Sorted move(TriageMove move, Person agent) {
        var from = entries.require(move.from(), agent);
        var to = sectors.get(move.to());
        requireFew(move.tickets());
        var tickets = held.all(move.tickets().stream().map(TicketCode::number).toList());
        var moved = new ArrayList<Moved>();
        var left = new ArrayList<Ticket>();
        for (var ticket : tickets) {
            if (ticket.sectorId == from.id() && ticket.standing.isInTriage()) {
                var event = moved(new Act(ticket, agent, move.channel()), from, to);
                moved.add(new Moved(ticket.code(), event.id));
            } else {
                left.add(ticket);
            }
        }
        return done(to, moved, refusals.of(left));
    }

    private static void requireFew(Collection<?> some) {
        if (some.size() > MOST) {
            throw new RuleViolation("tickets.triage.many", MOST);
        }
    }

    private HistoryEvent moved(Act act, Sector from, Sector to) {
        if (from.equals(to)) {
            act.ticket().sort(true, ledger.now());
            return ledger.record(act, EventType.TRIAGED, null, to.key());
        }
        act.ticket().move(to, ledger.now());
        return ledger.record(act, EventType.SECTOR_CHANGED, from.key(), to.key());
    }

    /**
     * Takes the person's own moves back, as far as nobody has taken or moved the tickets since: they wait where they did, with
     * the time at which they entered.
     *
     * @param events those that {@link #move} gave
     */
    public Sorted undo(List<Long> events, Channel channel, Person agent) {
        requireFew(events);
        var own = before.movesOf(events, agent);
        var tickets = held.all(own.keySet());
        var last = before.last(own.keySet());
        var moved = new ArrayList<Moved>();
        var left = new ArrayList<Ticket>();
        @Nullable Sector back = null;
        for (var ticket : tickets) {
            var move = own.get(ticket.id);
            if (move != null && ticket.isWaiting() && last.contains(move.id)) {
                back = entries.require(TriageUndo.from(move), agent);
                moved.add(new Moved(ticket.code(), movedBack(new Act(ticket, agent, channel), move, back).id));
            } else {
                left.add(ticket);
            }
        }
        return done(back, moved, refusals.ofUndoing(left));
    }

    private HistoryEvent movedBack(Act act, HistoryEvent move, Sector back) {
        var ticket = act.ticket();
        if (move.type == EventType.SECTOR_CHANGED) {
            ticket.move(back, ledger.now());
        }
        ticket.sort(false, ledger.now());
        return move.type == EventType.SECTOR_CHANGED
                ? ledger.record(act, EventType.SECTOR_CHANGED, move.toValue, back.key())
                : ledger.record(act, EventType.TRIAGED, back.key(), null);
    }

    private Sorted done(@Nullable Sector to, List<Moved> moved, List<Left> left) {
        em.flush();
        moved.forEach(one -> ledger.announce(em.find(Ticket.class, one.code().number())));
        return new Sorted(moved.isEmpty() ? null : to, moved, left);
    }
}
