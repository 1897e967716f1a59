package org.guiche.units;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a status does by itself (REQUIREMENTS 7.2).
 *
 * @param clocks what it does to the clocks; what is not named follows the category: pending, resolved and closed pause, the others run
 * @param auto where a ticket goes by itself
 * @param notice how often the requester hears from us while nothing changes (T3)
 * @param within how long those have who have it now (T4)
 * @param reopenTo the key of the status that a requester's message leads to where it opens the ticket again; null for the first open one
 * @param refusal what a requester reads who may not write here; null for the usual sentence
 * @param next the key of the status that the send button offers an agent here; null for the unit's usual one
 * @param colour the category whose colour and glyph it wears; null for its own
 */
public record StatusRules(
        Map<ServiceMetric, ClockEffect> clocks,
        @Nullable AutoTransition auto,
        @Nullable Target notice,
        @Nullable Target within,
        @Nullable String reopenTo,
        @Nullable String refusal,
        @Nullable String next,
        @Nullable StatusCategory colour) {

    private static final StatusRules NONE = new StatusRules(Map.of(), null, null, null, null, null, null, null);

    public StatusRules {
        clocks = Map.copyOf(clocks);
    }

    /** A status that does nothing by itself. */
    public static StatusRules none() {
        return NONE;
    }
}
