package org.guiche.tickets;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.guiche.shared.RuleViolation;

/** Where a page of a list ended: the value it is ordered by, and the ticket. Opaque outside. */
record Cursor(String value, long id) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String NEVER = "infinity";

    static Cursor after(TicketSummary last, TicketOrder order) {
        var value = switch (order.by()) {
            case ACTIVITY -> last.lastActivityAt();
            case CREATED -> last.createdAt();
            case QUEUE -> last.queuedAt();
            case CODE -> last.code().number();
            case SUBJECT -> last.subject();
            case STATUS -> TicketOrder.rank(last.status());
            case PRIORITY -> last.priority().rank();
            case DUE -> last.resolution() == null ? NEVER : last.resolution().due();
        };
        return new Cursor(String.valueOf(value), last.code().number());
    }

    /** A place in a list of that order. */
    static Cursor read(String text, TicketOrder order) {
        return read(text, value -> value(value, order.by()));
    }

    /** A place in time. */
    static Cursor read(String text) {
        return read(text, Cursor::instant);
    }

    private static Cursor read(String text, UnaryOperator<String> value) {
        try {
            var whole = decoded(text);
            var end = whole.lastIndexOf(' ');
            return new Cursor(value.apply(whole.substring(0, end)), number(whole.substring(end + 1)));
        } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
    }

    private static String value(String text, TicketOrder.By by) {
        return switch (by) {
            case CODE, STATUS, PRIORITY -> Long.toString(number(text));
            case SUBJECT -> text.replace("\0", "");
            case DUE -> text.equals(NEVER) ? NEVER : instant(text);
            case ACTIVITY, CREATED, QUEUE -> instant(text);
        };
    }

    private static long number(String text) {
        var number = Long.parseLong(text);
        if (number == Long.MIN_VALUE) { // it has no opposite, which some orders count with
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static String instant(String text) {
        var value = Instant.parse(text);
        if (value.isBefore(Instant.EPOCH) || value.isAfter(LAST)) {
            throw new IllegalArgumentException(text);
        }
        return value.toString();
    }

    /** The cursor of a queue, whose order the ticket itself knows. */
    static String of(TicketSummary last) {
        return encoded("q " + last.code().number());
    }

    static long ticket(String text) {
        try {
            var parts = decoded(text).split(" ", 2);
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

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
