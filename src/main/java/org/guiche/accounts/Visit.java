package org.guiche.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param browser its name, such as {@code Firefox}; empty where nobody knows
 * @param system what it runs on, such as {@code Windows}; empty where nobody knows
 * @param deviceToken what an earlier sign-in left there, if anything
 */
public record Visit(
        ClientAddress address,
        String browser,
        String system,
        @Nullable String deviceToken) {}
