package org.guiche.accounts;

import java.time.Instant;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail.
 *
 * @param personId who did it; null for what happened by itself
 */
public record AuditRecord(long id, Instant at, @Nullable Long personId, Audited audited) {

    private static final String ALONE = ".alone";

    /** The sentence of what was done: one that names nobody, where nobody did it. */
    public String sentence() {
        var alone = audited.act() + ALONE;
        return Texts.get(personId == null && Texts.has(alone) ? alone : audited.act());
    }
}
