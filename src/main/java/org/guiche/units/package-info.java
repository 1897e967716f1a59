/**
 * Business units and what each brings: sectors, request forms, classifications, statuses and their rules. Front doors:
 * {@link org.guiche.units.Units}, {@link org.guiche.units.Sectors}, and the one pure function {@link org.guiche.units.FormRules}.
 */
@NullMarked
package org.guiche.units;

import org.jspecify.annotations.NullMarked;
