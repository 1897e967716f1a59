package org.guiche.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the secret was shown once.
 *
 * @param expiresAt null for one that lasts until it is ended
 */
public record TokenState(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    public TokenState {
        scopes = List.copyOf(scopes);
    }

    /** Whether it only reads. */
    public boolean isReadOnly() {
        return scopes.equals(List.of("read"));
    }
}
