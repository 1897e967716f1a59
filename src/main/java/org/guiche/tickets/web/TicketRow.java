package org.guiche.tickets.web;

import org.guiche.shared.Texts;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * A row of a requester's list with every word and class made up, drawn in one piece, each expression reading one word.
 *
 * @param due how the solution stands; null where nothing was promised
 */
public record TicketRow(TicketSummary ticket, Deadlines.@Nullable Look due, Time created, Time active) {

    private static final Looks LOOKS = new Looks();

    /** An instant, briefly and in full. */
    public record Time(String text, String title) {}

    static TicketRow of(TicketSummary ticket, Deadlines deadlines, Moments moments) {
        return new TicketRow(
                ticket,
                deadlines.row(ticket),
                new Time(moments.past(ticket.createdAt()), moments.absolute(ticket.createdAt())),
                new Time(moments.past(ticket.lastActivityAt()), moments.absolute(ticket.lastActivityAt())));
    }

    private boolean isYours() {
        return ticket.status().category() == StatusCategory.PENDING;
    }

    /** The classes of the whole row: it stands out while the requester owes an answer. */
    public @Nullable String css() {
        return isYours() ? "warn-line" : null;
    }

    public String statusCss() {
        return "ui-tag g-status " + LOOKS.status(ticket.status().colourFor(false));
    }

    public String priorityCss() {
        return "g-prio " + LOOKS.priority(ticket.priority());
    }

    public String priorityName() {
        return LOOKS.priorityName(ticket.priority(), null);
    }

    /** Who has to do something by when: the requester, or we. */
    public String dueText() {
        return isYours() ? Texts.get("tickets.mine.answer.turn") : due == null ? "—" : due.text();
    }

    public String dueCss() {
        if (isYours()) {
            return "m ink-warn";
        }
        return due == null ? "faint" : due.state().isEmpty() ? "muted" : "g-sla sla-" + due.state();
    }

    public @Nullable String dueTitle() {
        return isYours() || due == null ? null : due.title();
    }

    /** What stands after the company, or alone where there is none. */
    public String about(boolean ofMany) {
        var about = ofMany ? ticket.requester().name() : ticket.unit().name();
        var company = ticket.companyName();
        return company == null || company.isEmpty() ? about : " · " + about;
    }

    /** What the requester is asked for, on the home page. */
    public String question() {
        var assignee = ticket.assignee();
        return assignee == null
                ? Texts.get("tickets.home.answer.team")
                : Texts.get("tickets.home.answer", assignee.name());
    }
}
