package org.guiche.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.units.Classification;
import org.guiche.units.HoldReason;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** Tells a ticket's events in sentences: statuses by the names that the reader knows them by. */
@ApplicationScoped
public class EventWording {

    private static final String KEY = "tickets.event.";

    @Inject
    Sectors sectors;

    /**
     * Who reads it.
     *
     * @param staff knows what statuses are called in the house
     * @param own opened the ticket
     */
    public record Reader(boolean staff, boolean own) {}

    /** Whether it says anything to that reader: another status by the same name does not. */
    public boolean isTold(EventDetails event, TicketDetails ticket, Reader reader) {
        return event.type() != EventType.STATUS_CHANGED
                || event.reason() != null
                || !name(event, ticket, event.from(), reader).equals(name(event, ticket, event.to(), reader));
    }

    /** {@code Encaminhado de Suporte para Pagamento}. */
    public String text(EventDetails event, TicketDetails ticket, Reader reader) {
        var from = name(event, ticket, event.from(), reader);
        var to = name(event, ticket, event.to(), reader);
        return switch (event.type()) {
            case ASSIGNED -> assigned(to, event);
            case TRIAGED -> Texts.get(event.to() == null ? KEY + "triaged.back" : key(event), from, to, by(event));
            case STATUS_CHANGED -> changed(event, ticket, from, to);
            case RATED, REPLY_RATED ->
                Texts.get(key(event) + (event.from() == null ? "" : ".again"), from, to, by(event));
            case REMINDED, HOLD_NOTICE -> Texts.get(key(event) + (reader.own() ? ".you" : ""));
            default -> Texts.get(key(event), from, to, by(event));
        };
    }

    private static String key(EventDetails event) {
        return KEY + event.type().name().toLowerCase(Locale.ROOT);
    }

    private static String changed(EventDetails event, TicketDetails ticket, String from, String to) {
        if (event.reason() != null) {
            var reason = reason(ticket, String.valueOf(event.to()), event.reason());
            return Texts.get(key(event) + (to.equals(from) ? ".again" : ".reason"), from, to, reason);
        }
        return Texts.get(key(event) + (event.actor() == null ? ".alone" : ""), from, to);
    }

    private static String assigned(String to, EventDetails event) {
        if (event.to() == null) {
            return Texts.get("tickets.event.unassigned");
        }
        return Texts.get(to.equals(by(event)) ? "tickets.event.assigned" : "tickets.event.passed", "", to, by(event));
    }

    /** Who did it; the house where nobody did. */
    public static String by(EventDetails event) {
        return event.actor() == null ? "Guichê" : event.actor().name();
    }

    /** The ticket that it speaks of, where it speaks of another one. */
    public static Optional<TicketCode> elsewhere(EventDetails event) {
        return switch (event.type()) {
            case CONTINUED, SPLIT_INTO -> Optional.ofNullable(event.to()).map(TicketCode::of);
            case CONTINUES, SPLIT_FROM -> Optional.ofNullable(event.from()).map(TicketCode::of);
            default -> Optional.empty();
        };
    }

    private String name(EventDetails event, TicketDetails ticket, @Nullable String value, Reader reader) {
        if (value == null) {
            return Texts.get("tickets.event.nothing");
        }
        return switch (event.type()) {
            case STATUS_CHANGED -> status(ticket, value, reader);
            case SECTOR_CHANGED, TRIAGED -> sector(value);
            case RATED, REPLY_RATED -> Texts.get("tickets.rating.points." + value);
            case PRIORITY_CHANGED -> Texts.get("shared.priority." + value.toLowerCase(Locale.ROOT));
            case DEADLINE_WARNING, DEADLINE_MISSED -> Texts.get("tickets.metric." + value.toLowerCase(Locale.ROOT));
            case TIMER_RETRIED, TIMER_DROPPED -> Texts.get("tickets.timer." + value.toLowerCase(Locale.ROOT));
            case CLASSIFICATION_CHANGED -> classification(ticket, value);
            case IDENTITY_CONFIRMED -> Texts.get("tickets.identity." + value.toLowerCase(Locale.ROOT));
            case CONTINUED, CONTINUES, MERGED_INTO, MERGED_FROM, MERGE_UNDONE, SPLIT_INTO, SPLIT_FROM -> "#" + value;
            case LINKED, UNLINKED -> value.equals(event.from()) ? role(value) : "#" + value;
            default -> value;
        };
    }

    private static String role(String name) {
        return Texts.get("tickets.link." + name.toLowerCase(Locale.ROOT));
    }

    private static String status(TicketDetails ticket, String key, Reader reader) {
        return statuses(ticket, key)
                .findFirst()
                .map((Status status) -> status.nameFor(reader.staff()))
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
