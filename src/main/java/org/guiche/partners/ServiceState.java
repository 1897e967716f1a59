package org.guiche.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a company contracted, as administrators see it.
 *
 * @param endedAt since when it is offered no more; tickets that name it still do
 */
public record ServiceState(long id, String name, @Nullable Instant endedAt, int version) {}
