package org.guiche.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which people are looked for; what is null is not asked.
 *
 * @param words the beginnings of words of a name or an address, or a whole CPF; blank for anybody
 * @param groups who belongs to one of these now; empty for anybody
 * @param active whether they may act
 * @param invited only those who have not answered their invitation
 */
public record PersonSearch(
        String words,
        @Nullable PersonKind kind,
        @Nullable Role role,
        Set<Long> groups,
        @Nullable Boolean active,
        boolean invited) {

    public PersonSearch {
        groups = Set.copyOf(groups);
    }

    /** Anybody with those words. */
    public static PersonSearch of(String words) {
        return new PersonSearch(words, null, null, Set.of(), null, false);
    }

    /** The same, of those groups only. */
    public PersonSearch in(Set<Long> only) {
        return new PersonSearch(words, kind, role, only, active, invited);
    }
}
