/** Companies, over the API. */
@NullMarked
package org.guiche.partners.rest;

import org.jspecify.annotations.NullMarked;
