package org.guiche.units;

import org.jspecify.annotations.Nullable;

/** A priority as the requester may choose it, with what it means in the unit (S1-06). */
public record PriorityChoice(
        Priority priority,
        String description,
        boolean recommended,
        @Nullable Target firstResponse,
        @Nullable Target resolution) {}
