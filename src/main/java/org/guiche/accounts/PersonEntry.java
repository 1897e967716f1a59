package org.guiche.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the directory lists them, whether or not the person may act. The CPF leaves it masked only.
 *
 * @param cpf masked: {@code ***.982.247-**}
 * @param memberships those that count now
 * @param invited has an invitation and no password yet
 */
public record PersonEntry(
        long id,
        int version,
        Naming naming,
        String email,
        @Nullable String cpf,
        @Nullable Phone phone,
        boolean active,
        boolean invited,
        Instant createdAt,
        Set<Role> roles,
        List<Membership> memberships) {

    public PersonEntry {
        roles = Set.copyOf(roles);
        memberships = List.copyOf(memberships);
    }

    /** What the person is called. */
    public String name() {
        return naming.shown();
    }

    /** Configures the installation. */
    public boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** The present membership of that group. */
    public Optional<Membership> membership(long groupId) {
        return memberships.stream()
                .filter(membership -> membership.groupId() == groupId)
                .findFirst();
    }

    /** The same as a manager of these companies sees it: neither other ties nor the name on the documents of who is called otherwise. */
    public PersonEntry within(Set<Long> groups) {
        var shown = memberships.stream()
                .filter(membership -> groups.contains(membership.groupId()))
                .toList();
        return new PersonEntry(
                id, version, new Naming(name(), null), email, cpf, phone, active, invited, createdAt, Set.of(), shown);
    }
}
