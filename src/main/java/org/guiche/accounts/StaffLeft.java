package org.guiche.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Somebody does not work on tickets here any more: disabled, erased, without a role, or with none but that of who only reads. Whatever
 * else the person was given to do ends with it and comes back with nothing but another grant. Fired in its transaction, also for
 * whoever was given nothing.
 *
 * @param actor who did it; null where it follows from something else
 */
public record StaffLeft(long personId, @Nullable Person actor) {}
