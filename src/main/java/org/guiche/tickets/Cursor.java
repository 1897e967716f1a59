package org.guiche.tickets;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.guiche.shared.RuleViolation;

/** Where a page of a list ended: the value it is ordered by, and the ticket. Opaque outside. */
record Cursor(String value, long id) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

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
            var value = Instant.parse(parts[0]);
            if (value.isBefore(Instant.EPOCH) || value.isAfter(LAST)) {
                throw new IllegalArgumentException(text);
            }
            return new Cursor(value.toString(), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
    }

    /** The cursor of a queue, whose order the ticket itself knows. */
    static String of(TicketSummary last) {
        return encoded("q " + last.code().number());
    }

    static long ticket(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            if (!parts[0].equals("q")) {
                throw new IllegalArgumentException(text);
            }
            return Long.parseLong(parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
    }

    @Override
    public String toString() {
        return encoded(value + " " + id);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
