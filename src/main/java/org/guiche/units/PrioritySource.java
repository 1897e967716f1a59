package org.guiche.units;

/** Who decides the priority (C8). */
public enum PrioritySource {
    CLASSIFICATION,
    REQUESTER,
    AGENT,
    NONE
}
