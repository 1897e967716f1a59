package org.guiche.units;

/** What a status does to a clock (REQUIREMENTS 7.2). */
public enum ClockEffect {
    /** It counts. */
    RUN,
    /** It stands still for as long as the ticket stays there. */
    PAUSE,
    /** It begins again, with the whole of its time. */
    RESTART
}
