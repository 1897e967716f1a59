package org.guiche.tickets;

/** How something reached us. */
public enum Channel {
    PORTAL,
    EMAIL,
    API,
    PHONE,
    LAUNCHER,
    /** Nobody: it happened by itself. */
    SYSTEM
}
