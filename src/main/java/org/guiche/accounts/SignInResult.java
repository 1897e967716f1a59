package org.guiche.accounts;

import java.io.Serializable;
import java.time.Duration;

/** How a try at signing in ended. */
public sealed interface SignInResult {

    /**
     * It is that person.
     *
     * @param deviceToken what the device shows from now on, so that others cannot lock the person out of it; empty for a program
     */
    record Accepted(Person person, int epoch, String deviceToken) implements SignInResult {}

    /** The password is right, and a code is asked for besides: nobody is signed in yet. */
    record CodeNeeded(long personId, int epoch) implements SignInResult, Serializable {}

    /** Unknown person, wrong password or wrong code: never said which of the first two. */
    record Refused() implements SignInResult {}

    /** Too many tries; the password was not looked at. */
    record Throttled(Duration retryAfter) implements SignInResult {}
}
