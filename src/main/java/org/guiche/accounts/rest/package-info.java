/** Tokens and the caller, over the API. */
@NullMarked
package org.guiche.accounts.rest;

import org.jspecify.annotations.NullMarked;
