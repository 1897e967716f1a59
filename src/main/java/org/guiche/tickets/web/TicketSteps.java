package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.ReplyRule;
import org.guiche.units.StatusCategory;

/** Where a ticket is on its way, from received to closed. */
final class TicketSteps {

    private static final String DONE = "done";
    private static final String AHEAD = "";

    private final TicketDetails ticket;
    private final Moments moments;
    private final StatusCategory category;

    TicketSteps(TicketDetails ticket, Moments moments) {
        this.ticket = ticket;
        this.moments = moments;
        this.category = ticket.status().category();
    }

    /**
     * One of them.
     *
     * @param css {@code done}, {@code cur}, or nothing for what lies ahead
     */
    public record Step(String title, String text, String css) {

        /** Whether the ticket is there now. */
        public boolean isCurrent() {
            return css.startsWith("cur");
        }
    }

    List<Step> list() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(text("received"), moments.moment(ticket.createdAt()), DONE));
        steps.add(work());
        if (category == StatusCategory.PENDING) {
            steps.add(new Step(text("yours"), since(), "cur"));
        } else if (category == StatusCategory.ON_HOLD) {
            steps.add(new Step(ticket.status().publicName(), since(), "cur ours"));
        }
        steps.add(resolved());
        steps.add(closed());
        return steps;
    }

    private static String text(String key) {
        return Texts.get("tickets.steps." + key);
    }

    private String since() {
        return Texts.get("tickets.steps.since", moments.moment(ticket.statusSince()));
    }

    private Step work() {
        var current = category == StatusCategory.NEW || category == StatusCategory.OPEN;
        var css = current ? "cur ours" : DONE;
        if (ticket.assignee() != null) {
            return new Step(
                    text("work"),
                    Texts.get(
                            "tickets.steps.work.who",
                            ticket.assignee().name(),
                            ticket.sector().name()),
                    css);
        }
        var place = QueuePlace.of(ticket);
        return place != null
                ? new Step(text("queue"), place, css)
                : new Step(
                        text("work"),
                        Texts.get("tickets.steps.work.sector", ticket.sector().name()),
                        css);
    }

    private Step resolved() {
        if (category == StatusCategory.RESOLVED) {
            return new Step(text("resolved"), since(), "cur ours");
        }
        var reopens = ticket.unit()
                .first(StatusCategory.RESOLVED)
                .filter(status -> status.replyRule() == ReplyRule.REOPEN)
                .isPresent();
        return category == StatusCategory.CLOSED
                ? new Step(text("resolved"), "", DONE)
                : new Step(text("resolved"), reopens ? text("resolved.reopens") : "", AHEAD);
    }

    private Step closed() {
        return category == StatusCategory.CLOSED
                ? new Step(text("closed"), since(), "cur ours")
                : new Step(text("closed"), text("closed.new"), AHEAD);
    }
}
