package org.guiche.channels;

import java.util.Locale;

/** What somebody is told in the pages. */
public enum NotificationKind {
    /** A deadline comes near. */
    WARNING,
    /** A deadline is missed. */
    MISSED,
    /** Somebody else gave the ticket to the person. */
    ASSIGNED,
    /** The requester said something. */
    ANSWERED,
    /** The requester said that it is solved. */
    SOLVED,
    /** The staff answered the requester. */
    REPLIED,
    /** The requester owes an answer, and the ticket will go on without it. */
    REMINDED,
    /** We are still at it. */
    NOTICED;

    /** Its word in the bundle. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
