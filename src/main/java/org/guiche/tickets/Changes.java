package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** What the staff changes of a ticket. */
@Stateless
public class Changes {

    @Inject
    HeldTickets held;

    @Inject
    IdentityGate gate;

    @Inject
    Progress progress;

    @Inject
    Ledger ledger;

    @Inject
    PropertyChanges properties;

    @Inject
    Answers answers;

    @Inject
    Event<TicketProgressed> progressed;

    /** Goes to another status; a note, where given, is kept among the staff. Refuses to solve for nobody knows whom what is sensitive. */
    public TicketDetails changeStatus(TicketCode code, StatusChange change, Person agent, @Nullable Integer version) {
        var act = new Act(held.toWork(code, agent, version), agent, change.channel());
        if (progress.solves(act.ticket(), change.status())) {
            gate.pass(act.ticket());
        }
        var note = change.note();
        if (note != null && !note.isBlank()) {
            ledger.note(act, note);
        }
        var moved = progress.become(act, change.status(), change.reason());
        var details = held.release(act);
        if (moved) {
            progressed.fire(new TicketProgressed(act.ticket().id));
        }
        return details;
    }

    /** Changes what the staff may change, field by field; what is not given stays. */
    public TicketDetails change(TicketCode code, TicketChange change, Person agent, @Nullable Integer version) {
        var act = new Act(held.toWork(code, agent, version), agent, change.channel());
        Optional.ofNullable(change.subject()).ifPresent(subject -> properties.rename(act, subject));
        Optional.ofNullable(change.classification()).ifPresent(key -> properties.classify(act, key));
        Optional.ofNullable(change.priority()).ifPresent(priority -> properties.prioritise(act, priority));
        Optional.ofNullable(change.sector()).ifPresent(key -> properties.move(act, key));
        Optional.ofNullable(change.answers()).ifPresent(given -> answers.change(act, given));
        Optional.ofNullable(change.cc()).ifPresent(addresses -> properties.copy(act, addresses));
        Optional.ofNullable(change.tags()).ifPresent(words -> properties.tag(act, words));
        return held.release(act);
    }
}
