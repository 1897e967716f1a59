package org.guiche.channels;

import java.time.Instant;
import org.guiche.shared.RuleViolation;

/** Where a page of notifications ended. Opaque outside. */
record NotificationCursor(Instant at, long id) {

    static NotificationCursor read(String text) {
        if (!text.matches("\\d{1,14}-\\d{1,18}")) {
            throw RuleViolation.of("cursor", "shared.cursor.invalid");
        }
        var parts = text.split("-", 2);
        return new NotificationCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + id;
    }
}
