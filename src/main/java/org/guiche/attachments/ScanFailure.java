package org.guiche.attachments;

/** Why a scanner said nothing about a content. */
public enum ScanFailure {
    /** It cannot be reached, or hung up in the middle. */
    AWAY,
    /** It did not answer in time. */
    SLOW,
    /** It answered something else than yes or no. */
    REFUSED,
    /** It takes no content of that size, or does not look at all of it. */
    TOO_LARGE,
    /** It went away in the middle of this one, and was gone when asked right after: this one may have been the reason. */
    CRASHED
}
