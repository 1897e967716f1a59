package org.guiche.accounts;

/**
 * Somebody's sessions and tokens are over at once: a person that was disabled or erased, a right by contract that ended. Pages that are
 * still open must hear nothing further. Fired in its transaction.
 */
public record AccessEnded(long personId) {}
