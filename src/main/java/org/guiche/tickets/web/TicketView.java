package org.guiche.tickets.web;

import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Ruler;
import org.guiche.tickets.EventDetails;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.TicketStory;
import org.guiche.units.ReplyRule;
import org.guiche.units.StatusCategory;
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
 * @param explanation the status in sentences: who has it, why it waits, what the requester can do, what happens by itself
 * @param history what happened, as far as it says anything to whoever looks
 * @param ties what belongs together with it, as far as the reader may see it
 */
public record TicketView(
        TicketStory story,
        List<TalkItem> talk,
        List<TicketSteps.Step> steps,
        Deadlines.@Nullable Look first,
        Deadlines.@Nullable Look solution,
        @Nullable Ruler ruler,
        String why,
        String explanation,
        List<EventDetails> history,
        List<TieRow> ties) {

    /** The ticket itself. */
    public TicketDetails ticket() {
        return story.ticket();
    }

    /** What the first words of the status' explanation are: whose turn it is. */
    public String turn() {
        return Texts.get("tickets.turn." + category().style());
    }

    /** The status as those outside know it. */
    public StatusCategory category() {
        return ticket().status().categoryFor(false);
    }

    /** How loud that is said. */
    public String tone() {
        return switch (category()) {
            case PENDING -> "warn";
            case RESOLVED -> "ok";
            case CLOSED -> "neutral";
            case ON_HOLD -> "hold";
            case NEW, OPEN -> "info";
        };
    }

    /** Whether a message of the requester is taken in the present status. */
    public boolean canReply() {
        return ticket().status().replyRule() != ReplyRule.REFUSE;
    }

    /** Whether another ticket may go on where this one ended: where it takes no messages, or has ended for good. */
    public boolean offersFollowUp() {
        return !canReply() || ticket().status().category() == StatusCategory.CLOSED;
    }

    /** Whether it is solved or more. */
    public boolean isDone() {
        return !ticket().status().category().isUnfinished();
    }

    /** Whether the reader is asked how the help was. */
    public boolean asksForRating() {
        return isDone() && story.ratings().open();
    }

    /** The code, where it is one of a ticket that was merged into this one; null for any other. */
    public @Nullable String merged(@Nullable String code) {
        return ties.stream()
                .filter(tie ->
                        tie.linked().role() == LinkRole.MERGED && tie.digits().equals(code))
                .findFirst()
                .map(TieRow::code)
                .orElse(null);
    }

    /** Whether the requester can still say that it is solved. */
    public boolean canSolve() {
        return ticket().status().category().isUnfinished();
    }
}
