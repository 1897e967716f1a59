package org.guiche.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket shall be a ticket of its own.
 *
 * @param messages by id
 * @param subject of the new one; that of the old one where it is null or blank
 */
public record Split(List<Long> messages, @Nullable String subject, Channel channel) {

    public Split {
        messages = messages.stream().distinct().toList();
    }
}
