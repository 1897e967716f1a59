package org.guiche.tickets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a ticket.
 *
 * @param internal a note that only the staff reads
 * @param thenStatus the status to go to in the same step, by key
 * @param reason why it waits, where that status asks for it
 */
public record Reply(
        String body,
        TextFormat format,
        boolean internal,
        List<String> cc,
        List<UUID> attachments,
        @Nullable String thenStatus,
        @Nullable String reason,
        Channel channel) {

    public Reply {
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** A note that says no more than that. */
    static Reply note(String text, Channel channel) {
        return new Reply(text, TextFormat.TEXT, true, List.of(), List.of(), null, null, channel);
    }
}
