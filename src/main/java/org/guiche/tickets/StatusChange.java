package org.guiche.tickets;

import org.jspecify.annotations.Nullable;

/**
 * The status that a ticket shall go to.
 *
 * @param status its key
 * @param reason why it waits, by key, where that status asks for it
 * @param note kept among the staff
 */
public record StatusChange(
        String status, @Nullable String reason, @Nullable String note, Channel channel) {}
