package org.guiche.reporting;

import org.guiche.tickets.Figure;

/** What reports add up: the {@code measure} of {@code reporting_measure}. Beside these, every {@link Figure}. */
public enum Measure {
    CREATED,
    ANSWERED,
    SOLVED,
    OPENED,
    SETTLED,
    REOPENED,
    HANDED_OVER,
    STAYED,
    HELD,
    ANSWERED_AGAIN,
    KEPT_FIRST_RESPONSE,
    KEPT_NEXT_RESPONSE,
    KEPT_UPDATE,
    KEPT_RESOLUTION,
    KEPT_ESCALATION,
    MISSED_FIRST_RESPONSE,
    MISSED_NEXT_RESPONSE,
    MISSED_UPDATE,
    MISSED_RESOLUTION,
    MISSED_ESCALATION,
    RATED;

    /** Whether only the staff may know of it. */
    boolean isInternal() {
        return this == HANDED_OVER || this == STAYED || this == HELD || name().endsWith("ESCALATION");
    }
}
