package org.guiche.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that somebody signed in from, as its owner sees it.
 *
 * @param network with its end hidden
 * @param excusedUntil until when no code is asked for there; null where one is
 * @param isSignedIn whether there is a session on it now
 * @param isThis whether the request comes from it
 */
public record KnownDevice(
        long id,
        String browser,
        String system,
        String network,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant excusedUntil,
        boolean isSignedIn,
        boolean isThis) {}
