package org.guiche.privacy;

/** How far a request about somebody's data is. */
public enum RequestState {
    /** Somebody has to decide. */
    OPEN,
    /** It will be done in a moment. */
    APPROVED,
    /** It is decided, and will be done by itself as soon as it may. */
    WAITING,
    DONE,
    REFUSED;

    /** Its word in the bundle. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether something has still to happen. */
    public boolean isUnfinished() {
        return this == OPEN || this == APPROVED || this == WAITING;
    }
}
