/** Signing in and out, and who acts in a request. */
@NullMarked
package org.guiche.accounts.web;

import org.jspecify.annotations.NullMarked;
