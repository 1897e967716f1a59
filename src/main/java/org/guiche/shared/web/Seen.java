package org.guiche.shared.web;

/**
 * What a page that was sent had seen of something that others may change meanwhile, as its hidden field says. A word that is no number
 * was seen by nobody: it never counts as what is there now.
 */
public final class Seen {

    private static final int BY_NOBODY = -1;

    private Seen() {}

    /** That version; the present one where the page says nothing, as when it is shown for the first time. */
    public static int version(String sent, int present) {
        return sent.isEmpty() ? present : sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : BY_NOBODY;
    }

    /** The same of a revision. */
    public static long revision(String sent, long present) {
        return sent.isEmpty() ? present : sent.matches("\\d{1,18}") ? Long.parseLong(sent) : BY_NOBODY;
    }
}
