package org.guiche.accounts;

import java.time.Instant;

/**
 * Whose session a request comes with, and how it stands.
 *
 * @param seenAt when it was last written down that it is in use
 * @param needsFactor whether the person has to set a second factor up before anything else
 */
public record Standing(SignedIn signedIn, Instant seenAt, boolean needsFactor) {}
