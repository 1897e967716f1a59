package org.guiche.tickets.web;

import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.TicketSummary;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * A row of the desk's list with every word and class made up: fifty are drawn at each look, in one piece, each expression reading
 * one word.
 *
 * @param place one for the first of the list
 * @param open whether it is the ticket that is open beside the list
 * @param age how long ago it was opened
 * @param due how the solution stands; null where nothing was promised
 */
public record DeskRow(
        TicketSummary ticket, int place, boolean open, String href, String age, Deadlines.@Nullable Look due) {

    private static final Looks LOOKS = new Looks();

    /** The classes of the whole row. */
    public String css() {
        return "q-item" + (open ? " sel" : "") + (ticket.status().category() == StatusCategory.NEW ? " unread" : "");
    }

    /** {@code true} for the open one; an attribute without a value is left out. */
    public @Nullable String current() {
        return open ? "true" : null;
    }

    public String statusCss() {
        return "g-dot only " + LOOKS.status(ticket.status().colour());
    }

    /** Who asks: the company, or the person where there is none. */
    public String who() {
        var company = ticket.companyName();
        return company == null || company.isEmpty() ? ticket.requester().name() : company;
    }

    public String priorityCss() {
        return "g-prio only " + LOOKS.priority(ticket.priority());
    }

    public String priorityName() {
        return LOOKS.priorityName(ticket.priority(), null);
    }

    public String priorityTitle() {
        return Texts.get("shared.priority") + " " + priorityName().toLowerCase(Locale.ROOT);
    }

    /** The classes of the deadline: loud once it is missed. */
    public String dueCss() {
        return due == null || due.state().isEmpty()
                ? "nowrap"
                : "g-sla sla-" + due.state() + " " + LOOKS.percent(due.percent());
    }

    public String dueText() {
        return due == null ? "" : due.text();
    }

    public @Nullable String dueTitle() {
        return due == null ? null : due.title();
    }

    public String code() {
        return ticket.code().toString();
    }

    /** Who has it; nothing where nobody has. */
    public @Nullable String assignee() {
        var person = ticket.assignee();
        return person == null ? null : person.name();
    }

    public @Nullable String avatarCss() {
        var name = assignee();
        return name == null ? null : "ui-avatar xs " + LOOKS.colour(name);
    }

    public String initials() {
        var name = assignee();
        return name == null ? "" : LOOKS.initials(name);
    }
}
