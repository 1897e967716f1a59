package org.guiche.tickets;

/** What may happen to a ticket, as its history tells it. */
public enum EventType {
    CREATED(false),
    MESSAGE_ADDED(false),
    NOTE_ADDED(true),
    STATUS_CHANGED(false),
    ASSIGNED(false),
    SECTOR_CHANGED(false),
    /** Somebody looked whether it is in the right sector: it stays, or goes back to be looked at once more. */
    TRIAGED(true),
    PRIORITY_CHANGED(false),
    CLASSIFICATION_CHANGED(false),
    SUBJECT_CHANGED(false),
    ANSWERS_CHANGED(false),
    CC_CHANGED(false),
    TAGS_CHANGED(true),
    GENERAL_FLOW(false),
    /** It goes on in another ticket. */
    CONTINUED(false),
    /** It goes on where another ticket ended. */
    CONTINUES(false),
    REMINDED(false),
    HOLD_NOTICE(false),
    /** All that is public of it went to whoever asked (Decreto 11.034/2022, art. 12). */
    HISTORY_SENT(false),
    DEADLINE_WARNING(true),
    DEADLINE_MISSED(true),
    /** Somebody had something tried again that failed five times. */
    TIMER_RETRIED(true),
    /** Somebody let something be that failed five times. */
    TIMER_DROPPED(true);

    private final boolean internal;

    EventType(boolean internal) {
        this.internal = internal;
    }

    /** Whether only the staff sees it. */
    public boolean isInternal() {
        return internal;
    }
}
