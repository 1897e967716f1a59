package org.guiche.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit trail; null for all.
 *
 * @param by only what that person did
 * @param before only what is older than the line of that number
 */
public record AuditFilter(
        @Nullable AuditSubject subject,
        @Nullable Long by,
        @Nullable Long before) {}
