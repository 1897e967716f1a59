package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.TicketStory;
import org.guiche.units.ReplyRule;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;

/** Where a ticket is on its way, from received to closed. */
final class TicketSteps {

    private static final String DONE = "done";
    private static final String AHEAD = "";

    private final TicketStory story;
    private final TicketDetails ticket;
    private final Moments moments;
    private final StatusCategory category;

    TicketSteps(TicketStory story, Moments moments) {
        this.story = story;
        this.ticket = story.ticket();
        this.moments = moments;
        this.category = ticket.status().categoryFor(false);
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
            steps.add(new Step(text("yours"), waiting(), "cur"));
        } else if (category == StatusCategory.ON_HOLD) {
            steps.add(new Step(ticket.status().publicName(), waiting(), "cur ours"));
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

    private String waiting() {
        var pause = story.clock(ServiceMetric.RESOLUTION)
                .map(ClockDetails::standing)
                .orElse(null);
        return pause == null ? since() : Texts.get("tickets.steps.paused", moments.moment(pause.from()));
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
        return category == StatusCategory.CLOSED
                ? new Step(text("resolved"), "", DONE)
                : new Step(text("resolved"), reopens(), AHEAD);
    }

    private String reopens() {
        return ticket.unit()
                .first(StatusCategory.RESOLVED)
                .filter(status -> status.replyRule() == ReplyRule.REOPEN)
                .map(TicketSteps::reopens)
                .orElse("");
    }

    private static String reopens(Status resolved) {
        var auto = resolved.rules().auto();
        return auto == null
                ? text("resolved.reopens")
                : Texts.get("tickets.steps.resolved.within", auto.after().label());
    }

    private Step closed() {
        return category == StatusCategory.CLOSED
                ? new Step(text("closed"), since(), "cur ours")
                : new Step(text("closed"), text("closed.new"), AHEAD);
    }
}
