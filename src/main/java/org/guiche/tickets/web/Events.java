package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.EventDetails;
import org.guiche.tickets.EventType;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.web.TalkItem.Happening;
import org.guiche.units.Classification;
import org.guiche.units.HoldReason;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** Tells a ticket's events in sentences: statuses by the names that the reader knows them by. */
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
            Map.entry(EventType.CC_CHANGED, "users"),
            Map.entry(EventType.TAGS_CHANGED, "tags"),
            Map.entry(EventType.REMINDED, "bell"),
            Map.entry(EventType.HOLD_NOTICE, "bell"),
            Map.entry(EventType.DEADLINE_WARNING, "clock"),
            Map.entry(EventType.DEADLINE_MISSED, "exclamation-triangle"));

    @Inject
    Sectors sectors;

    @Inject
    CurrentUser user;

    /** Whether the conversation shows it between the messages. */
    public boolean isShown(EventDetails event) {
        return !SAID_ELSEWHERE.contains(event.type());
    }

    /** It, as the conversation shows it. */
    Happening happening(EventDetails event, TicketDetails ticket) {
        var text = text(event, ticket);
        var by = by(event);
        return new Happening("pi pi-" + icon(event), text, text.contains(by) ? "" : "· " + by);
    }

    private static String icon(EventDetails event) {
        return ICONS.getOrDefault(event.type(), "info-circle");
    }

    /** {@code Encaminhado de Suporte para Pagamento}. */
    public String text(EventDetails event, TicketDetails ticket) {
        var key = "tickets.event." + event.type().name().toLowerCase(Locale.ROOT);
        var from = name(event, ticket, event.from());
        var to = name(event, ticket, event.to());
        if (event.type() == EventType.ASSIGNED) {
            return assigned(to, event);
        }
        if (event.type() == EventType.TRIAGED && event.to() == null) {
            return Texts.get("tickets.event.triaged.back");
        }
        if (event.reason() != null) {
            key += to.equals(from) ? ".again" : ".reason";
            return Texts.get(key, from, to, reason(ticket, String.valueOf(event.to()), event.reason()));
        }
        return Texts.get(key, from, to, by(event));
    }

    private String assigned(String to, EventDetails event) {
        if (event.to() == null) {
            return Texts.get("tickets.event.unassigned");
        }
        return Texts.get(to.equals(by(event)) ? "tickets.event.assigned" : "tickets.event.passed", "", to, by(event));
    }

    /** Who did it; the house where nobody did. */
    public String by(EventDetails event) {
        return event.actor() == null ? "Guichê" : event.actor().name();
    }

    private String name(EventDetails event, TicketDetails ticket, @Nullable String value) {
        if (value == null) {
            return Texts.get("tickets.event.nothing");
        }
        return switch (event.type()) {
            case STATUS_CHANGED -> status(ticket, value);
            case SECTOR_CHANGED, TRIAGED -> sector(value);
            case PRIORITY_CHANGED -> Texts.get("shared.priority." + value.toLowerCase(Locale.ROOT));
            case DEADLINE_WARNING, DEADLINE_MISSED -> Texts.get("tickets.metric." + value.toLowerCase(Locale.ROOT));
            case CLASSIFICATION_CHANGED -> classification(ticket, value);
            default -> value;
        };
    }

    private String status(TicketDetails ticket, String key) {
        return statuses(ticket, key)
                .findFirst()
                .map((Status status) -> status.nameFor(user.isStaff()))
                .orElse(key);
    }

    private static String reason(TicketDetails ticket, String status, String key) {
        return statuses(ticket, status)
                .flatMap(found -> found.reason(key).stream())
                .findFirst()
                .map(HoldReason::name)
                .orElse(key);
    }

    private static Stream<Status> statuses(TicketDetails ticket, String key) {
        return Stream.concat(ticket.unit().statuses().stream(), ticket.unit().retired().statuses().stream())
                .filter(status -> status.key().equals(key));
    }

    private String sector(String key) {
        return sectors.all().stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .map(Sector::name)
                .orElse(key);
    }

    private static String classification(TicketDetails ticket, String key) {
        return Stream.concat(
                        ticket.unit().classifications().stream(), ticket.unit().retired().classifications().stream())
                .filter(classification -> classification.key().equals(key))
                .findFirst()
                .map(Classification::name)
                .orElse(key);
    }
}
