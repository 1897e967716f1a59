package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ReplyRule;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** What those say who asked for help: more about it, or that it is solved. */
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

    @Inject
    Event<TicketSolved> solved;

    /**
     * Adds the requester's own message. What it does follows the present status' rule: reopen, just be added, or be refused
     * with the way to a new ticket, or open a linked one (C1). The answer says in which ticket it stands.
     */
    public Said add(TicketCode code, Reply reply, Person person) {
        return add(code, reply, person, null);
    }

    /** The same, refused where the ticket is not of that version any more. */
    public Said add(TicketCode code, Reply reply, Person person, @Nullable Integer version) {
        return add(new Act(held.toFollow(code, person, version), person, reply.channel()), reply);
    }

    /** The same, refused where more public events have happened than the person saw: somebody may have answered already. */
    public Said addHavingSeen(TicketCode code, int events, Reply reply, Person person) {
        var ticket = held.toFollow(code, person, null);
        if (story.publicEvents(ticket.id) > events) {
            throw new StaleVersion();
        }
        return add(new Act(ticket, person, reply.channel()), reply);
    }

    private Said add(Act act, Reply reply) {
        if (reply.internal() || reply.thenStatus() != null) {
            throw new AccessDenied("tickets.message.staff-only");
        }
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

    /** The requester says that it is solved. */
    public TicketDetails confirmSolved(TicketCode code, Person person, Channel channel) {
        return solved(new Act(held.toFollow(code, person, null), person, channel));
    }

    /** The same, refused where more public events have happened than the person saw: there may be an answer to read first. */
    public TicketDetails confirmSolvedHavingSeen(TicketCode code, int events, Person person, Channel channel) {
        var ticket = held.toFollow(code, person, null);
        if (story.publicEvents(ticket.id) > events) {
            throw new StaleVersion();
        }
        return solved(new Act(ticket, person, channel));
    }

    /**
     * The same for whoever names the status; refuses any other one, a note, and a ticket that is not of that version any more.
     */
    public TicketDetails confirmSolved(TicketCode code, StatusChange change, Person person, @Nullable Integer version) {
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
