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
    /** It is told by another ticket from then on. */
    MERGED_INTO(false),
    /** It tells another ticket, too. */
    MERGED_FROM(false),
    /** Both are tickets of their own again. */
    MERGE_UNDONE(false),
    /** A part of it was taken into a ticket of its own. */
    SPLIT_INTO(false),
    /** It begins with a part of another ticket. */
    SPLIT_FROM(false),
    /** It belongs together with another ticket, which not everybody may see who sees this one. */
    LINKED(true),
    UNLINKED(true),
    /** It was solved before what it is made of. */
    CHILDREN_OPEN(true),
    REMINDED(false),
    HOLD_NOTICE(false),
    /** All that is public of it went to whoever asked (Decreto 11.034/2022, art. 12). */
    HISTORY_SENT(false),
    /** Nobody has a file of it any more, for there is a virus in it. */
    FILE_BLOCKED(false),
    /** So many files of it went, for their time was over before the ticket's. */
    FILES_REMOVED(false),
    DEADLINE_WARNING(true),
    DEADLINE_MISSED(true),
    /** It is known since then that the requester asked, and how. */
    IDENTITY_CONFIRMED(true),
    /** The requester gave that many points to the whole of it. */
    RATED(true),
    /** The requester gave that many points to a reply. */
    REPLY_RATED(true),
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
