/** The pages on which administrators shape units, sectors and their rules. */
@NullMarked
package org.guiche.units.web;

import org.jspecify.annotations.NullMarked;
