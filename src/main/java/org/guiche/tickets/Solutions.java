package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.StaleVersion;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Those who asked for help say that it is solved. */
@Stateless
public class Solutions {

    @Inject
    Units units;

    @Inject
    HeldTickets held;

    @Inject
    Progress progress;

    @Inject
    IdentityGate gate;

    @Inject
    StoryReader story;

    @Inject
    Event<TicketSolved> solved;

    /** The requester says so. */
    public TicketDetails confirm(TicketCode code, Person person, Channel channel) {
        return solved(new Act(held.toComment(code, person, null), person, channel));
    }

    /** The same, refused where more public events have happened than the person saw: there may be an answer to read first. */
    public TicketDetails confirmHavingSeen(TicketCode code, int events, Person person, Channel channel) {
        var ticket = held.toComment(code, person, null);
        if (story.publicEvents(ticket.id) > events) {
            throw new StaleVersion();
        }
        return solved(new Act(ticket, person, channel));
    }

    /**
     * The same for whoever names the status; refuses any other one, a note, and a ticket that is not of that version any more.
     */
    public TicketDetails confirm(TicketCode code, StatusChange change, Person person, @Nullable Integer version) {
        var ticket = held.hold(code, person, version, found -> requireSolved(found, change));
        return solved(new Act(ticket, person, change.channel()));
    }

    private void requireSolved(Ticket ticket, StatusChange change) {
        HeldTickets.requireOwn(ticket);
        var solved = units.get(ticket.unitId).first(StatusCategory.RESOLVED).orElseThrow();
        if (!solved.key().equals(change.status())) {
            throw new AccessDenied("tickets.status.staff-only", solved.publicName());
        }
        if (change.note() != null) {
            throw new AccessDenied("tickets.status.note.staff-only");
        }
        Comments.requireNoReason(change.reason());
    }

    private TicketDetails solved(Act act) {
        var ticket = act.ticket();
        gate.wroteOrPass(act);
        var isNews = ticket.status.category().isUnfinished()
                && !Objects.equals(ticket.assigneeId, act.person().id());
        progress.become(act, StatusCategory.RESOLVED);
        var details = held.release(act);
        if (isNews) {
            solved.fire(new TicketSolved(ticket.id, act.person().name()));
        }
        return details;
    }
}
