package org.guiche.accounts;

/** In what way somebody of the staff read a person's data. */
public enum AccessKind {
    /** Who it is: the person's own page or data. */
    PERSON,
    /** A ticket of the person, with how to reach him or her. */
    TICKET,
    /** A file of a ticket of the person. */
    FILE,
    /** That he or she stands in a list of people. */
    LIST,
    /** The copy of all that there is. */
    COPY,
    /** What an erasure would take away. */
    ERASURE,
    /** This log itself. */
    LOG
}
