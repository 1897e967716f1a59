package org.guiche.units.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.Role;
import org.guiche.shared.Texts;

/** What roles are called that may hold in one sector. */
final class RoleWords {

    /** Those that there are, the least first. */
    static final List<Role> ALL = List.of(Role.AGENT_N1, Role.AGENT_N2, Role.SUPERVISOR);

    private RoleWords() {}

    static String of(Role role) {
        return Texts.get("units.value." + role.name().toLowerCase(Locale.ROOT));
    }

    /** The greatest of somebody's own ones, if one is of them. */
    static Optional<String> own(Set<Role> roles) {
        return roles.stream()
                .filter(ALL::contains)
                .max(Comparator.naturalOrder())
                .map(RoleWords::of);
    }
}
