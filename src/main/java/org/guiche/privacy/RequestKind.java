package org.guiche.privacy;

/** What somebody asks for about the own data (LGPD, art. 18). */
public enum RequestKind {
    /** A copy of all of it. */
    COPY,
    /** That something be put right that the person cannot put right alone. */
    CORRECTION,
    /** That nobody find the person here any more. */
    ERASURE;

    /** Its word in the bundle. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
