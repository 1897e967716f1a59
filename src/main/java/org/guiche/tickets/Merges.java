package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * Makes two tickets one, and two again (decision 0022). Nothing is moved: the one that goes keeps its messages and its history, and is
 * told by the other one. Whoever merges is alone in that, and locks the ticket that goes before the one that stays, as does who
 * answers.
 */
@Stateless
public class Merges {

    /** Why a merged ticket has ended: a reason of the system's own (REQUIREMENTS 7.1). */
    static final String REASON = "mesclado";

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    MergeRules rules;

    @Inject
    HeldTickets held;

    @Inject
    Ties ties;

    @Inject
    IdentityGate gate;

    @Inject
    StoppedClocks clocks;

    @Inject
    Ledger ledger;

    @Inject
    Event<TicketMerged> merged;

    /**
     * Merges a ticket into another one, for those who may work on both. Refuses what is finished, what is merged already, and whatever
     * would show somebody what that person could not see before: other groups, requesters who see only their own. The answer is the
     * ticket that went.
     */
    public TicketDetails merge(TicketCode code, Merging merging, Person agent, @Nullable Integer version) {
        ties.alone();
        var source = held.toWork(code, agent, version);
        var target = target(source, merging.into(), agent);
        var act = new Act(source, agent, merging.channel());
        gate.pass(source); // what is said there is told here from then on, to all who hear of either
        var there = new Act(target, agent, merging.channel());
        var merge = Merge.of(source, target, agent, carry(there, source)); // what it is, while it still is
        em.persist(merge.at(end(act, target)));
        ledger.record(act, EventType.MERGED_INTO, null, target.code().digits());
        ledger.record(there, EventType.MERGED_FROM, source.code().digits(), null);
        target.active(ledger.now());
        moveDrafts(source, target);
        ledger.announce(target);
        var details = held.release(act);
        merged.fire(new TicketMerged(source.id, target.code()));
        return details;
    }

    /** What would be merged: refuses what would be refused then. */
    public LinkedTicket look(TicketCode code, TicketCode into, Person agent) {
        if (!agent.isStaff()) {
            throw new NotFound("tickets.not-found");
        }
        var source = TicketAccess.readable(em.find(Ticket.class, code.number()), agent);
        gate.pass(source);
        var target = rules.check(source, into);
        return new LinkedTicket(
                LinkRole.MERGED, into, target.subject, units.get(target.unitId).status(target.status.id()));
    }

    private Ticket target(Ticket source, TicketCode into, Person agent) {
        rules.check(source, into);
        return rules.check(source, held.toWork(into, agent, null).code());
    }

    /** Those who hear of the one hear of the other from now on. Gives whom that is new to. */
    private List<String> carry(Act there, Ticket source) {
        var target = there.ticket();
        var known = Stream.concat(Stream.of(Contact.of(target.contact).email()), target.cc.stream())
                .toList();
        var carried = Stream.concat(Stream.of(Contact.of(source.contact).email()), source.cc.stream())
                .filter(address -> !known.contains(address))
                .distinct()
                .toList();
        if (target.cc.size() + carried.size() > Ledger.MOST_CC_IN_ALL) {
            throw RuleViolation.of("into", "tickets.cc.full", Ledger.MOST_CC_IN_ALL);
        }
        copy(there, Stream.concat(target.cc.stream(), carried.stream()).toList());
        return carried;
    }

    private void copy(Act there, List<String> addresses) {
        if (!addresses.equals(there.ticket().cc)) {
            there.ticket().copyTo(addresses, ledger.now());
            ledger.record(there, EventType.CC_CHANGED, null, String.join(", ", addresses));
        }
    }

    private Instant end(Act act, Ticket target) {
        var source = act.ticket();
        var unit = units.get(source.unitId);
        var before = unit.status(source.status.id());
        var end = unit.first(StatusCategory.CLOSED)
                .or(() -> unit.first(StatusCategory.RESOLVED))
                .orElseThrow();
        var now = ledger.now();
        source.become(source.status.merged(end, target.id, now), now);
        clocks.stop(source, unit);
        ledger.recordStatus(act, before.key(), end.key(), REASON);
        return now;
    }

    /** What somebody is writing to the one that goes is not lost. */
    private void moveDrafts(Ticket source, Ticket target) {
        em.createNativeQuery("""
                        insert into tickets_reply_draft (person_id, ticket_id, internal, html, updated_at)
                        select person_id, ?2, internal, html, updated_at from tickets_reply_draft where ticket_id = ?1
                        on conflict do nothing""")
                .setParameter(1, source.id)
                .setParameter(2, target.id)
                .executeUpdate();
    }

    /**
     * Takes a merge back: the ticket is again what it was, with its clocks and what happens by itself; the time between does not
     * count. What was said since stays where it was said. Where the ticket is not merged, there is nothing to find.
     */
    public TicketDetails undo(TicketCode code, Person agent, Channel channel, @Nullable Integer version) {
        ties.alone();
        var source = held.toTakeBack(code, agent, version);
        var merge = em.find(Merge.class, source.id);
        if (merge == null) {
            throw new NotFound("tickets.merge.none");
        }
        var act = new Act(source, agent, channel);
        comeBack(act, merge);
        var there = new Act(em.find(Ticket.class, merge.targetId(), LockModeType.PESSIMISTIC_WRITE), agent, channel);
        letGo(there, merge);
        ledger.record(act, EventType.MERGE_UNDONE, null, there.ticket().code().digits());
        ledger.record(there, EventType.MERGE_UNDONE, null, source.code().digits());
        em.remove(merge);
        return held.release(act);
    }

    private void letGo(Act there, Merge merge) {
        var target = there.ticket();
        copy(
                there,
                target.cc.stream()
                        .filter(address -> !merge.carried().contains(address))
                        .toList());
        target.active(ledger.now());
        ledger.announce(target);
    }

    private void comeBack(Act act, Merge merge) {
        var source = act.ticket();
        var unit = units.get(source.unitId);
        var end = unit.status(source.status.id());
        var status = unit.status(merge.statusId());
        source.become(TicketStatus.before(merge, status), ledger.now());
        clocks.goOn(source, unit, status, merge);
        ledger.recordStatus(act, end.key(), status.key(), null);
    }
}
