package org.guiche.units;

/** What a requester's message does in a status (REQUIREMENTS 7.2, C1). */
public enum ReplyRule {
    /** The ticket is open again. */
    REOPEN,
    /** The message is just added. */
    COMMENT,
    /** It is refused, and a new ticket offered. */
    REFUSE,
    /** It becomes a new ticket that refers to this one. */
    NEW_LINKED
}
