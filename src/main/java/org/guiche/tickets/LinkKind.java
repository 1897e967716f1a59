package org.guiche.tickets;

/** How two tickets belong together; the target was there first. */
public enum LinkKind {
    /** They are about the same thing. */
    RELATED,
    /** It says again what the target says. */
    DUPLICATE,
    /** It goes on where the target ended. */
    FOLLOW_UP,
    /** The target is made of it and others. */
    PARENT
}
