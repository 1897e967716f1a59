package org.guiche.accounts;

import java.util.List;

/**
 * Somebody a right may be given to, as an administrator is told.
 *
 * @param active may act at all
 * @param staff works here
 * @param hasPassword can sign in already
 * @param groups the names of the companies and partners the person belongs to now
 */
public record Grantee(
        long id, String name, String email, boolean active, boolean staff, boolean hasPassword, List<String> groups) {

    public Grantee {
        groups = List.copyOf(groups);
    }
}
