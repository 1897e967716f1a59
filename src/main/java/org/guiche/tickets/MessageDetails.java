package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.attachments.StoredFile;
import org.jspecify.annotations.Nullable;

/** Something said in a ticket, with its files. The text is clean HTML. */
public record MessageDetails(
        long id,
        TicketCode ticket,
        @Nullable PersonRef author,
        boolean byStaff,
        boolean internal,
        Channel channel,
        String html,
        List<String> cc,
        List<StoredFile> files,
        Instant at) {

    public MessageDetails {
        cc = List.copyOf(cc);
        files = List.copyOf(files);
    }
}
