package org.guiche.accounts;

import java.time.Duration;

/** How a try at signing in ended. */
public sealed interface SignInResult {

    /**
     * It is that person.
     *
     * @param deviceToken what the device shows from now on, so that others cannot lock the person out of it
     */
    record Accepted(Person person, int epoch, String deviceToken) implements SignInResult {}

    /** Unknown person or wrong password: never said which. */
    record Refused() implements SignInResult {}

    /** Too many tries; the password was not looked at. */
    record Throttled(Duration retryAfter) implements SignInResult {}
}
