package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.Quotas;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What requesters think of the help that they got: of a solved ticket, and of each reply (S1-19). Only the requester says so, never
 * the staff; the last word counts.
 */
@Stateless
public class Ratings {

    /** The letters of a comment at most. */
    public static final int LONGEST_COMMENT = 2000;

    private static final int MOST_POINTS = 5;
    private static final int AN_HOUR = 60;

    /** Whether a reply came from the staff, and whether it was said in another ticket. */
    private static final String PLACE = """
            select exists (select 1 from accounts_role r where r.person_id = ?2), exists (select 1 from tickets_split s where s.copy_id = ?1)""";

    @PersistenceContext
    EntityManager em;

    @Inject
    HeldTickets held;

    @Inject
    RatingTable table;

    @Inject
    Quotas quotas;

    @Inject
    Ledger ledger;

    /** Rates the whole of a ticket; refuses one that is not solved, and one that another ticket tells. */
    public GivenRating rate(TicketCode code, NewRating rating, Person person) {
        var ticket = held.hold(code, person, null, found -> requireRater(person, found));
        if (!ticket.status.isDone()) {
            throw new RuleViolation("tickets.rating.unsolved");
        }
        return keep(new Act(ticket, person, rating.channel()), null, rating);
    }

    /** Rates a reply; refuses what is none of the staff's, and what came from another ticket or is told there. */
    public GivenRating rateReply(long messageId, NewRating rating, Person person) {
        var message = readable(messageId, person);
        var ticket = held.hold(new TicketCode(message.ticketId), person, null, found -> requireRater(person, found));
        requireReply(message, person);
        return keep(new Act(ticket, person, rating.channel()), message.id, rating);
    }

    private Message readable(long messageId, Person person) {
        var message = em.find(Message.class, messageId);
        if (message == null
                || !TicketAccess.canRead(person, em.find(Ticket.class, message.ticketId))
                || (message.internal && !TicketAccess.canReadNotes(person))) {
            throw new NotFound("tickets.message.not-found");
        }
        return message;
    }

    private static void requireRater(Person person, Ticket ticket) {
        if (!TicketAccess.canRate(person, ticket)) {
            throw new AccessDenied("tickets.rating.requester-only");
        }
        HeldTickets.requireOwn(ticket);
    }

    private void requireReply(Message message, Person person) {
        if (Objects.equals(message.authorId, person.id())) {
            throw new RuleViolation("tickets.rating.own");
        }
        var place = (Object[]) em.createNativeQuery(PLACE)
                .setParameter(1, message.id)
                .setParameter(2, message.authorId == null ? -1 : message.authorId)
                .getSingleResult();
        if (message.channel == Channel.SYSTEM || !((Boolean) place[0])) {
            throw new RuleViolation("tickets.rating.no-reply");
        }
        if ((Boolean) place[1]) {
            throw new RuleViolation("tickets.rating.elsewhere");
        }
    }

    private GivenRating keep(Act act, @Nullable Long messageId, NewRating rating) {
        var given = checked(rating);
        var ticket = act.ticket();
        var before = table.find(ticket.id, messageId).orElse(null);
        if (before != null && before.saysAs(given)) {
            return before;
        }
        quotas.take("ratings of " + act.person().id(), AN_HOUR, Duration.ofHours(1))
                .ifPresent(wait -> {
                    throw new RuleViolation("tickets.rating.too-many", AN_HOUR, wait.toMinutes() + 1);
                });
        table.put(act, messageId, given);
        if (before == null || before.score() != given.score()) {
            ledger.record(
                    act,
                    messageId == null ? EventType.RATED : EventType.REPLY_RATED,
                    before == null ? null : Integer.toString(before.score()),
                    Integer.toString(given.score()));
        }
        em.flush();
        ledger.announce(ticket);
        return given;
    }

    private GivenRating checked(NewRating rating) {
        if (rating.score() < 1 || rating.score() > MOST_POINTS) {
            throw RuleViolation.of("score", "tickets.rating.score", MOST_POINTS);
        }
        var said = rating.comment() == null
                ? ""
                : rating.comment().replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
        if (said.length() > LONGEST_COMMENT) {
            throw RuleViolation.of("comment", "tickets.rating.comment.long", LONGEST_COMMENT);
        }
        return new GivenRating((int) rating.score(), rating.liked(), said, ledger.now());
    }
}
