package org.guiche.accounts;

import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Something about an account at a provider that goes to an address. Nothing that a provider said is in it (SECURITY 18).
 *
 * @param secret of the link with which the address is proved; without one it tells that an account was linked
 */
public record OidcMail(Email to, @Nullable String secret) {}
