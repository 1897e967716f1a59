package org.guiche.partners;

/** Whether somebody signed a PDF, as far as its bytes say. Nobody checked whose the signature is, nor whether it holds. */
public enum Signature {
    PRESENT,
    ABSENT,
    /** The file is damaged, or not built as a PDF is. */
    UNREADABLE
}
