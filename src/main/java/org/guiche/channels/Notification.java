package org.guiche.channels;

import java.time.Instant;
import org.guiche.tickets.TicketCode;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/**
 * Something about a ticket that a person is told in the pages.
 *
 * @param metric which deadline it is about; null where it is about none
 */
public record Notification(
        long id,
        TicketCode code,
        String subject,
        NotificationKind kind,
        @Nullable ServiceMetric metric,
        Instant at,
        boolean read) {}
