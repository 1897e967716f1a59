package org.guiche.channels;

import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * A mail about something that is no ticket.
 *
 * @param file what goes with it; null for nothing
 */
public record Letter(
        String kind,
        Email to,
        String subject,
        String body,
        @Nullable File file) {

    /** A file that goes with a mail; it is kept until the mail is sent. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, to be written
    public record File(String name, String mediaType, byte[] bytes) {}
}
