package org.guiche.tickets;

import org.guiche.units.ServiceMetric;

/** What reports count of a ticket, on the day that it happened. */
public enum Figure {
    /** It was opened. */
    CREATED,
    /** It was answered for the first time. */
    ANSWERED,
    /** It was solved, and is to this day. */
    SOLVED,
    /** It waits for us or others from now on: at its opening, and at each time that it was opened again. */
    OPENED,
    /** It does not wait any more. So many were open at an end of a day: all that were opened until then less all that were settled. */
    SETTLED,
    /** It was solved or closed, and was not after all. */
    REOPENED,
    /** It went to other hands after it was in somebody's. */
    HANDED_OVER,
    /** A stay in the status of that id came to its end. */
    STAYED,
    /** A stay for the reason of that id came to its end. */
    HELD,
    /** A message of the requester was answered that was not the first one; of units that promise it. */
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
    /** The requester gave so many points, of five, to the whole of it. */
    RATED,
    /** The requester gave so many points, of five, to a reply. */
    REPLY_RATED;

    /** That what was promised came in time. */
    public static Figure kept(ServiceMetric metric) {
        return valueOf("KEPT_" + metric.name());
    }

    /** That what was promised did not come in time, be it there by now or not. */
    public static Figure missed(ServiceMetric metric) {
        return valueOf("MISSED_" + metric.name());
    }

    /** Whether only the staff may know of it. */
    public boolean isInternal() {
        return this == HANDED_OVER || this == STAYED || this == HELD || name().endsWith("ESCALATION");
    }
}
