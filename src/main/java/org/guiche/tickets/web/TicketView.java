package org.guiche.tickets.web;

import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Ruler;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.TicketStory;
import org.guiche.units.ReplyRule;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its requester's page shows it.
 *
 * @param talk messages and what happened between them, oldest first
 * @param steps where it is on its way
 * @param first how the deadline of the first response stands; null where nothing was promised
 * @param solution the same of the solution
 * @param ruler why the solution is due when it is; null where nothing was promised, or something else since
 * @param why the same in sentences
 */
public record TicketView(
        TicketStory story,
        List<TalkItem> talk,
        List<TicketSteps.Step> steps,
        Deadlines.@Nullable Look first,
        Deadlines.@Nullable Look solution,
        @Nullable Ruler ruler,
        String why) {

    /** The ticket itself. */
    public TicketDetails ticket() {
        return story.ticket();
    }

    /** What the first words of the status' explanation are: whose turn it is. */
    public String turn() {
        return Texts.get("tickets.turn." + ticket().status().category().style());
    }

    /** The status in a sentence: who has it, why it waits, what the requester can do. */
    public String explanation() {
        var t = ticket();
        var who = t.assignee() == null ? null : t.assignee().name().split(" ", 2)[0];
        return switch (t.status().category()) {
            case NEW, OPEN ->
                t.assignee() == null
                        ? queue()
                        : Texts.get(
                                "tickets.turn.work",
                                String.valueOf(
                                        t.assignee() == null ? "" : t.assignee().name()),
                                t.sector().name());
            case PENDING -> who == null ? Texts.get("tickets.turn.answer") : Texts.get("tickets.turn.answer.who", who);
            case ON_HOLD ->
                t.holdReason() == null
                        ? Texts.get("tickets.turn.hold")
                        : Texts.get("tickets.turn.hold.reason", t.holdReason().name());
            case RESOLVED -> Texts.get("tickets.turn." + (rule() == ReplyRule.REOPEN ? "reopen" : after()));
            case CLOSED -> Texts.get("tickets.turn." + after());
        };
    }

    private ReplyRule rule() {
        return ticket().status().replyRule();
    }

    private String after() {
        return rule() == ReplyRule.NEW_LINKED ? "linked" : "new";
    }

    private String queue() {
        var place = QueuePlace.of(ticket());
        return place == null
                ? Texts.get("tickets.steps.work.sector", ticket().sector().name())
                : place;
    }

    /** How loud that is said. */
    public String tone() {
        return switch (ticket().status().category()) {
            case PENDING -> "warn";
            case RESOLVED -> "ok";
            case CLOSED -> "neutral";
            case ON_HOLD -> "hold";
            case NEW, OPEN -> "info";
        };
    }

    /** Whether a message of the requester is taken in the present status. */
    public boolean canReply() {
        return rule() != ReplyRule.REFUSE;
    }

    /** Whether the requester can still say that it is solved. */
    public boolean canSolve() {
        return ticket().status().category().isUnfinished();
    }
}
