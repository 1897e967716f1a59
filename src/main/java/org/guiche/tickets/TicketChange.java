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

    /** A change that leaves the answers as they are. */
    public TicketChange(
            @Nullable String subject,
            @Nullable String classification,
            @Nullable Priority priority,
            @Nullable String sector,
            @Nullable List<String> cc,
            @Nullable List<String> tags) {
        this(subject, classification, priority, sector, cc, tags, null);
    }
}
