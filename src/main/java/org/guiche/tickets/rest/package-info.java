/** Tickets over the API. */
@NullMarked
package org.guiche.tickets.rest;

import org.jspecify.annotations.NullMarked;
