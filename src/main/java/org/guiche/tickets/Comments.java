package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ReplyRule;
import org.guiche.units.Status;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** What those say who asked for help, more about it; that it is solved they say in {@link Solutions}. */
@Stateless
public class Comments {

    private static final Set<Channel> KEPT_APART = EnumSet.of(Channel.PORTAL, Channel.EMAIL, Channel.LAUNCHER);

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    HeldTickets held;

    @Inject
    Progress progress;

    @Inject
    Ledger ledger;

    @Inject
    ServiceClocks clocks;

    @Inject
    IdentityGate gate;

    @Inject
    FollowUps followUps;

    @Inject
    StoryReader story;

    @Inject
    TicketReader reader;

    @Inject
    Event<TicketReplied> replied;

    /**
     * Adds the requester's own message. What it does follows the present status' rule: reopen, just be added, or be refused
     * with the way to a new ticket, or open a linked one (C1). The answer says in which ticket it stands.
     */
    public Said add(TicketCode code, Reply reply, Person person) {
        return add(code, reply, person, null);
    }

    /** The same, refused where the ticket is not of that version any more. */
    public Said add(TicketCode code, Reply reply, Person person, @Nullable Integer version) {
        return add(new Act(held.toComment(code, person, version), person, reply.channel()), reply);
    }

    /** The same, refused where more public events have happened than the person saw: somebody may have answered already. */
    public Said addHavingSeen(TicketCode code, int events, Reply reply, Person person) {
        var ticket = held.toComment(code, person, null);
        if (story.publicEvents(ticket.id) > events) {
            throw new StaleVersion();
        }
        return add(new Act(ticket, person, reply.channel()), reply);
    }

    private Said add(Act act, Reply reply) {
        if (reply.internal() || reply.thenStatus() != null) {
            throw new AccessDenied("tickets.message.staff-only");
        }
        requireNoReason(reply.reason());
        var ticket = act.ticket();
        gate.wroteOrPass(act);
        if (goesElsewhere(act)) {
            var there = followUps.open(act, reply);
            return new Said(reader.message(there, act.person()), em.find(Ticket.class, there.ticketId).version);
        }
        follow(act);
        clocks.asked(ticket);
        ledger.addCc(ticket, reply.cc());
        var message = ledger.say(act, reply);
        ledger.record(act, EventType.MESSAGE_ADDED);
        em.flush();
        replied.fire(new TicketReplied(ticket.id, message.id, false));
        ledger.announce(ticket);
        return new Said(reader.message(message, act.person()), ticket.version);
    }

    /**
     * Whether a message opens a linked ticket by itself: where the status says so, too long after the solution, and by another
     * channel where the unit keeps each ticket to its own (S4-07); programs and the telephone are no such channels.
     */
    private boolean goesElsewhere(Act act) {
        var ticket = act.ticket();
        var unit = units.get(ticket.unitId);
        var rule = unit.status(ticket.status.id()).replyRule();
        return rule == ReplyRule.NEW_LINKED
                || (rule == ReplyRule.REOPEN && isTooLate(ticket, unit))
                || (unit.settings().stickyChannel() && isAnother(act.channel(), ticket.origin.channel()));
    }

    private boolean isTooLate(Ticket ticket, BusinessUnit unit) {
        var window = unit.settings().reopenWithin();
        return window != null
                && ticket.status.isDone()
                && Term.of(window, ticket.status.since(), unit.calendar(), PausedTime.none())
                        .due()
                        .isBefore(ledger.now());
    }

    private static boolean isAnother(Channel channel, Channel first) {
        return channel != first && KEPT_APART.contains(channel) && KEPT_APART.contains(first);
    }

    private void follow(Act act) {
        var ticket = act.ticket();
        var status = units.get(ticket.unitId).status(ticket.status.id());
        switch (status.replyRule()) {
            case REFUSE -> throw refused(status);
            case NEW_LINKED -> throw new IllegalStateException("went elsewhere");
            case REOPEN -> reopen(act, status);
            case COMMENT -> ticket.active(ledger.now());
        }
    }

    private void reopen(Act act, Status from) {
        var target = units.get(act.ticket().unitId).reopened(from);
        if (!progress.become(act, target.key(), null)) {
            act.ticket().active(ledger.now());
        }
    }

    private static RuleViolation refused(Status status) {
        var said = status.rules().refusal();
        return said == null
                ? new RuleViolation("tickets.reply.refused", status.publicName())
                : new RuleViolation("tickets.reply.refused.said", said);
    }

    /** What is said to be solved waits for nothing, and neither does what is only answered. */
    static void requireNoReason(@Nullable String reason) {
        if (reason != null) {
            throw RuleViolation.of("reason", "tickets.reason.unknown", reason);
        }
    }
}
