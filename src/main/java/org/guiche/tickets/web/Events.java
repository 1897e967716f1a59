package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.EventDetails;
import org.guiche.tickets.EventType;
import org.guiche.tickets.EventWording;
import org.guiche.tickets.EventWording.Reader;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.web.TalkItem.Happening;

/** Shows a ticket's events to whoever looks at the page. */
@Named
@ApplicationScoped
public class Events {

    private static final Set<EventType> SAID_ELSEWHERE =
            EnumSet.of(EventType.CREATED, EventType.MESSAGE_ADDED, EventType.NOTE_ADDED);

    private static final Map<EventType, String> ICONS = Map.ofEntries(
            Map.entry(EventType.CREATED, "plus"),
            Map.entry(EventType.MESSAGE_ADDED, "comment"),
            Map.entry(EventType.NOTE_ADDED, "lock"),
            Map.entry(EventType.STATUS_CHANGED, "refresh"),
            Map.entry(EventType.ASSIGNED, "user"),
            Map.entry(EventType.SECTOR_CHANGED, "directions-alt"),
            Map.entry(EventType.TRIAGED, "directions-alt"),
            Map.entry(EventType.PRIORITY_CHANGED, "chart-bar"),
            Map.entry(EventType.CLASSIFICATION_CHANGED, "tag"),
            Map.entry(EventType.SUBJECT_CHANGED, "pencil"),
            Map.entry(EventType.ANSWERS_CHANGED, "pencil"),
            Map.entry(EventType.CC_CHANGED, "users"),
            Map.entry(EventType.TAGS_CHANGED, "tags"),
            Map.entry(EventType.CONTINUED, "arrow-right"),
            Map.entry(EventType.CONTINUES, "history"),
            Map.entry(EventType.MERGED_INTO, "sign-in"),
            Map.entry(EventType.MERGED_FROM, "sign-in"),
            Map.entry(EventType.MERGE_UNDONE, "undo"),
            Map.entry(EventType.SPLIT_INTO, "clone"),
            Map.entry(EventType.SPLIT_FROM, "clone"),
            Map.entry(EventType.LINKED, "link"),
            Map.entry(EventType.UNLINKED, "link"),
            Map.entry(EventType.CHILDREN_OPEN, "exclamation-triangle"),
            Map.entry(EventType.REMINDED, "bell"),
            Map.entry(EventType.HOLD_NOTICE, "bell"),
            Map.entry(EventType.HISTORY_SENT, "envelope"),
            Map.entry(EventType.FILE_BLOCKED, "ban"),
            Map.entry(EventType.FILES_REMOVED, "trash"),
            Map.entry(EventType.DEADLINE_WARNING, "clock"),
            Map.entry(EventType.DEADLINE_MISSED, "exclamation-triangle"),
            Map.entry(EventType.IDENTITY_CONFIRMED, "verified"),
            Map.entry(EventType.RATED, "star"),
            Map.entry(EventType.REPLY_RATED, "star"),
            Map.entry(EventType.TIMER_RETRIED, "refresh"),
            Map.entry(EventType.TIMER_DROPPED, "ban"));

    @Inject
    EventWording wording;

    @Inject
    CurrentUser user;

    /** Whether the conversation shows it between the messages. */
    boolean isShown(EventDetails event, TicketDetails ticket) {
        return !SAID_ELSEWHERE.contains(event.type()) && isTold(event, ticket);
    }

    /** Whether it says anything to whoever looks. */
    boolean isTold(EventDetails event, TicketDetails ticket) {
        return wording.isTold(event, ticket, reader(ticket));
    }

    /** It, as the conversation shows it. */
    Happening happening(EventDetails event, TicketDetails ticket) {
        var text = text(event, ticket);
        var by = by(event);
        var other = EventWording.elsewhere(event);
        var words = other.map(code -> text.replace(code.toString(), "").strip()).orElse(text);
        return new Happening(
                "pi pi-" + ICONS.getOrDefault(event.type(), "info-circle"),
                words,
                text.contains(by) ? "" : "· " + by,
                other.orElse(null));
    }

    /** {@code Encaminhado de Suporte para Pagamento}. */
    public String text(EventDetails event, TicketDetails ticket) {
        return wording.text(event, ticket, reader(ticket));
    }

    private Reader reader(TicketDetails ticket) {
        return new Reader(user.isStaff(), ticket.requester().id() == user.get().id());
    }

    /** Who did it; the house where nobody did. */
    public String by(EventDetails event) {
        return EventWording.by(event);
    }
}
