package org.guiche.units;

import org.jspecify.annotations.Nullable;

/** What a request is, in the unit's words; decides priority and targets. */
public record Classification(
        long id,
        String key,
        String name,
        String description,
        Priority priority,
        boolean recommended,
        @Nullable Target firstResponse,
        @Nullable Target resolution) {}
