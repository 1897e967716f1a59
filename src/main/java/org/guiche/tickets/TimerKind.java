package org.guiche.tickets;

/** What happens by itself when it is time. */
public enum TimerKind {
    /** The ticket goes on to another status (T1, T2). */
    STATUS,
    /** The requester is reminded that it will. */
    REMINDER,
    /** The requester hears from us although nothing changed (T3). */
    NOTICE,
    /** A deadline comes near. */
    WARNING,
    /** A deadline is missed. */
    DEADLINE
}
