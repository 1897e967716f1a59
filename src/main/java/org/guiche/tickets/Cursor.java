package org.guiche.tickets;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.guiche.shared.RuleViolation;

/** Where a page of a list ended: the value it is ordered by, and the ticket. Opaque outside. */
record Cursor(String value, long id) {

    static Cursor after(TicketSummary last, TicketFilter.Sort sort) {
        var value = switch (sort) {
            case ACTIVITY -> last.lastActivityAt();
            case CREATED -> last.createdAt();
            case QUEUE -> last.queuedAt();
        };
        return new Cursor(value.toString(), last.code().number());
    }

    static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]).toString(), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((value + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
