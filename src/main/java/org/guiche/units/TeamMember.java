package org.guiche.units;

import org.guiche.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a sector.
 *
 * @param role the one that holds in this sector; null where it is the person's own
 */
public record TeamMember(long personId, @Nullable Role role) {}
