package org.guiche.attachments;

/** What is known of a content about viruses. */
public enum ScanState {
    /** It was kept while there was no scanner. */
    UNSCANNED,
    /** It has not been looked at, and is nobody's to have before. */
    WAITING,
    CLEAN,
    /** Nobody has it any more. */
    INFECTED
}
