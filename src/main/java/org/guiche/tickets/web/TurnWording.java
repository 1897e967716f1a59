package org.guiche.tickets.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketDetails;
import org.guiche.time.Wording;
import org.guiche.units.AutoTransition;
import org.guiche.units.ReplyRule;
import org.guiche.units.StatusCategory;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Says to its requester whose turn a ticket is, and what happens by itself until when: only what its status' rules guarantee. */
final class TurnWording {

    private static final String KEY = "tickets.turn.";

    private final TicketDetails ticket;
    private final Instant now;
    private final Wording wording;

    TurnWording(TicketDetails ticket, Instant now) {
        this.ticket = ticket;
        this.now = now;
        this.wording = new Wording(ticket.unit().calendar().zone());
    }

    String said() {
        return switch (category()) {
            case NEW, OPEN -> work();
            case PENDING -> joined(answer(), goesOn());
            case ON_HOLD -> joined(hold(), notice());
            case RESOLVED -> resolved();
            case CLOSED -> Texts.get(KEY + after());
        };
    }

    private StatusCategory category() {
        return ticket.status().categoryFor(false);
    }

    private static String joined(String... sentences) {
        return String.join(
                " ", Stream.of(sentences).filter(one -> !one.isEmpty()).toList());
    }

    private String work() {
        var who = ticket.assignee();
        if (who != null) {
            return Texts.get(KEY + "work", who.name(), ticket.sector().name());
        }
        var place = QueuePlace.of(ticket);
        return place == null ? Texts.get(KEY + "sector", ticket.sector().name()) : place;
    }

    private String answer() {
        var who = ticket.assignee();
        return who == null
                ? Texts.get(KEY + "answer")
                : Texts.get(KEY + "answer.who", who.name().split(" ", 2)[0]);
    }

    private String goesOn() {
        var auto = ticket.status().rules().auto();
        var at = auto == null ? null : end(auto.after());
        return auto == null || at == null ? "" : goesOn(auto, at);
    }

    private String goesOn(AutoTransition auto, Instant at) {
        var next = ticket.unit().status(auto.goTo());
        var goes =
                Texts.get(KEY + "goes", wording.deadline(at, now), auto.after().label(), next.publicName());
        return joined(goes, next.replyRule() == ReplyRule.REOPEN ? Texts.get(KEY + "goes.reopens") : "");
    }

    /** When a stay in the present status has lasted that long; null once it has. */
    private @Nullable Instant end(Target after) {
        var at = ticket.unit().calendar().due(ticket.statusSince(), after.amount(), after.clock(), List.of());
        return at.isAfter(now) ? at : null;
    }

    private String hold() {
        var reason = ticket.holdReason();
        return reason == null ? Texts.get(KEY + "hold") : Texts.get(KEY + "hold.reason", reason.name());
    }

    private String notice() {
        var every = ticket.status().rules().notice();
        return every == null ? "" : Texts.get(KEY + "notice", wording.deadline(next(every), now));
    }

    /** The rhythm begins with the stay. */
    private Instant next(Target every) {
        var at = ticket.statusSince();
        while (!at.isAfter(now)) {
            at = ticket.unit().calendar().due(at, every.amount(), every.clock(), List.of());
        }
        return at;
    }

    private String resolved() {
        if (ticket.status().replyRule() != ReplyRule.REOPEN) {
            return Texts.get(KEY + after());
        }
        var auto = ticket.status().rules().auto();
        var window = ticket.unit().settings().reopenWithin();
        return Stream.of(auto == null ? null : auto.after(), window)
                .filter(Objects::nonNull)
                .map(this::end)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(at -> Texts.get(KEY + "reopen.until", wording.deadline(at, now)))
                .orElseGet(() -> Texts.get(KEY + "reopen"));
    }

    private String after() {
        return ticket.status().replyRule() == ReplyRule.NEW_LINKED ? "linked" : "new";
    }
}
