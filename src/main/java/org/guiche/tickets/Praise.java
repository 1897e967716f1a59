package org.guiche.tickets;

/** What a requester found good about the help. */
public enum Praise {
    /** It was solved at once. */
    AT_ONCE,
    SPEED,
    CLARITY,
    KINDNESS,
    OTHER
}
