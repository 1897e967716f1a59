/** Words that every module may use: refusals, value objects, pages of lists, the clock. Knows no module. */
@NullMarked
package org.guiche.shared;

import org.jspecify.annotations.NullMarked;
