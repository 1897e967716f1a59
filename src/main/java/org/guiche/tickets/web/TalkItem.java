package org.guiche.tickets.web;

import java.time.Instant;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/**
 * A message or an event of a ticket's conversation, every word and class made up.
 *
 * @param message null for an event
 * @param event null for a message
 * @param mine whether the reader wrote it
 * @param rating what its requester gave to it, as far as the reader may see that
 * @param ratable whether the reader may rate it
 * @param when as it is said; {@code exactly} in full
 */
public record TalkItem(
        @Nullable MessageDetails message,
        @Nullable Happening event,
        boolean mine,
        @Nullable GivenRating rating,
        boolean ratable,
        Instant at,
        String when,
        String exactly) {

    private static final Looks LOOKS = new Looks();

    /**
     * Something that happened between the messages.
     *
     * @param by who did it; empty where the text says it
     * @param other the ticket that the text ends with; null where it speaks of none
     */
    public record Happening(
            String icon, String text, String by, @Nullable TicketCode other) {

        /** {@code #48214}; empty where there is none. */
        public String otherCode() {
            return other == null ? "" : other.toString();
        }
    }

    /** The address of the ticket that the text ends with, in the requester's pages. */
    public @Nullable String otherPath() {
        return event == null || event.other() == null ? null : event.other().path();
    }

    /** The classes of a message: internal notes are unmistakable. */
    public String css() {
        return message == null ? "" : message.internal() ? "msg note" : message.byStaff() ? "msg team" : "msg";
    }

    /** Who wrote it. */
    public String author() {
        return message == null || message.author() == null
                ? ""
                : message.author().name();
    }

    public String avatarCss() {
        return "ui-avatar " + LOOKS.colour(author());
    }

    public String initials() {
        return LOOKS.initials(author());
    }

    /** Where else it was said, or is told too; empty for nowhere. */
    public String mark() {
        var into = message == null ? null : message.splitInto();
        var from = message == null ? null : message.origin();
        return into != null
                ? Texts.get("tickets.talk.split", into)
                : from != null ? Texts.get("tickets.talk.origin", from) : "";
    }

    /** The classes of the button that takes it into a ticket of its own: once, and never a note. */
    public String splitCss() {
        return message == null || message.internal() || message.splitInto() != null ? "say-more off" : "say-more";
    }

    /** What the writer is to the reader, for the requester's page. */
    public String role() {
        return role("");
    }

    /** The same for the staff, to whom a requester belongs to that group. */
    public String role(String group) {
        if (message != null && message.internal()) {
            return Texts.get("tickets.desk.note.who");
        }
        return mine
                ? Texts.get("tickets.ticket.you")
                : message != null && message.byStaff() ? Texts.get("tickets.ticket.team") : group;
    }
}
