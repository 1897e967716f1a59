package org.guiche.tickets;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.units.HoldReason;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Takes a ticket on, from hand to hand and from status to status, and writes that down. */
@Dependent
class Progress {

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    Ties ties;

    @Inject
    Ledger ledger;

    @Inject
    ServiceClocks clocks;

    /** Gives the ticket to that person, or back to the queue. A new one is open from then on. */
    void give(Act act, @Nullable Person assignee) {
        var ticket = act.ticket();
        var before = ticket.assigneeId;
        ticket.assign(assignee == null ? null : assignee.id(), ledger.now());
        ledger.record(
                act,
                EventType.ASSIGNED,
                before == null ? null : people.names(List.of(before)).get(before),
                assignee == null ? null : assignee.name());
        if (assignee != null && ticket.status.category() == StatusCategory.NEW) {
            become(act, StatusCategory.OPEN);
        }
    }

    /** Whether the status of that key says that the ticket is done, and it is not yet. */
    boolean solves(Ticket ticket, @Nullable String key) {
        return key != null
                && !ticket.status.isDone()
                && !units.get(ticket.unitId).status(key).category().isUnfinished();
    }

    /** Goes to the unit's first status of that category. */
    void become(Act act, StatusCategory category) {
        become(act, units.get(act.ticket().unitId).first(category).orElseThrow(), null);
    }

    /**
     * Goes to the status of that key, for one of its reasons. The same status again is something new only with a reason.
     *
     * @return whether it is something new
     */
    boolean become(Act act, String key, @Nullable String reason) {
        var ticket = act.ticket();
        var target = units.get(ticket.unitId).status(key);
        var why = reason(target, reason);
        if (target.id() == ticket.status.id() && target.reasons().isEmpty()) {
            return false;
        }
        become(act, target, why);
        return true;
    }

    private static @Nullable HoldReason reason(Status target, @Nullable String key) {
        return key == null || key.isBlank()
                ? null
                : target.reasons().stream()
                        .filter(reason -> reason.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> RuleViolation.of("reason", "tickets.reason.unknown", key));
    }

    private void become(Act act, Status target, @Nullable HoldReason reason) {
        var ticket = act.ticket();
        var before = units.get(ticket.unitId).status(ticket.status.id());
        ticket.become(target, reason, ledger.now());
        clocks.enter(ticket, units.get(ticket.unitId), target);
        ledger.recordStatus(act, before.key(), target.key(), reason == null ? null : reason.key());
        if (target.category() == StatusCategory.RESOLVED) {
            warnOfChildren(act);
        }
    }

    /** What a ticket is made of may well be solved later: that is said, not forbidden. */
    private void warnOfChildren(Act act) {
        var open = ties.unfinishedChildren(act.ticket().id);
        if (!open.isEmpty()) {
            var codes = open.stream().map(TicketCode::digits).collect(joining(", "));
            ledger.record(act, EventType.CHILDREN_OPEN, null, codes);
        }
    }
}
