package org.guiche.units;

/** What a service level measures. */
public enum ServiceMetric {
    /** From the opening to the first public answer. */
    FIRST_RESPONSE,
    /** From a message of the requester to the next public answer, after the first one. */
    NEXT_RESPONSE,
    /** From one public word of ours to the next, whoever spoke last. */
    UPDATE,
    /** From the opening to the solution. */
    RESOLUTION,
    /** From being handed on, to the second level or a supplier, to coming back (T4). */
    ESCALATION
}
