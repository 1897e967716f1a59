package org.guiche.tickets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a ticket; what is null stays. Classification and sector by key.
 *
 * @param answers only those that change; an empty text takes an answer away
 */
public record TicketChange(
        Channel channel,
        @Nullable String subject,
        @Nullable String classification,
        @Nullable Priority priority,
        @Nullable String sector,
        @Nullable List<String> cc,
        @Nullable List<String> tags,
        @Nullable Map<String, Object> answers) {

    public TicketChange {
        answers = answers == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Another classification; the deadlines follow it. */
    public static TicketChange toClassification(@Nullable String key, Channel channel) {
        return new TicketChange(channel, null, key, null, null, null, null, null);
    }

    /** Another priority. */
    public static TicketChange toPriority(Priority priority, Channel channel) {
        return new TicketChange(channel, null, null, priority, null, null, null, null);
    }

    /** Another sector. */
    public static TicketChange toSector(@Nullable String key, Channel channel) {
        return new TicketChange(channel, null, null, null, key, null, null, null);
    }

    /** These tags. */
    public static TicketChange toTags(List<String> tags, Channel channel) {
        return new TicketChange(channel, null, null, null, null, null, tags, null);
    }
}
