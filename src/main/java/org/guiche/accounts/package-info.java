/**
 * People, one per CPF and per e-mail; the groups that wall them off; sign-in, sessions and tokens. Front doors:
 * {@link org.guiche.accounts.People}, {@link org.guiche.accounts.Groups}, {@link org.guiche.accounts.SignIn},
 * {@link org.guiche.accounts.Tokens}.
 */
@NullMarked
package org.guiche.accounts;

import org.jspecify.annotations.NullMarked;
