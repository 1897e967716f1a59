package org.guiche.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What the browser brings back from the provider, as it stands in the address: nothing in it is known to be true.
 *
 * @param code null where the provider said no
 * @param issuer who says to have answered (RFC 9207)
 */
public record OidcAnswer(
        String state, @Nullable String code, @Nullable String issuer) {}
