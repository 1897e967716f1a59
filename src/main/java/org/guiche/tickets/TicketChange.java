package org.guiche.tickets;

import java.util.List;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** What to change of a ticket; what is null stays. Classification and sector by key. */
public record TicketChange(
        @Nullable String subject,
        @Nullable String classification,
        @Nullable Priority priority,
        @Nullable String sector,
        @Nullable List<String> cc,
        @Nullable List<String> tags) {}
