/** Units, their forms and their calendars, over the API. */
@NullMarked
package org.guiche.units.rest;

import org.jspecify.annotations.NullMarked;
