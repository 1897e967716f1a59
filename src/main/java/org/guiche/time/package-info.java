/**
 * Service calendars and the four kinds of clock: pure date arithmetic, no database. The front door is
 * {@link org.guiche.time.ServiceCalendar}; {@link org.guiche.time.Wording} says instants and durations in Portuguese.
 */
@NullMarked
package org.guiche.time;

import org.jspecify.annotations.NullMarked;
