package org.guiche.accounts;

import java.time.Instant;
import java.util.List;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a person's account, for the person (LGPD, art. 19).
 *
 * @param units the keys of the business units that are delegated to the person
 * @param places the groups that the person belongs or belonged to
 * @param devices how many browsers are known to be the person's
 */
public record PersonalData(
        long id,
        String name,
        @Nullable String socialName,
        String email,
        @Nullable Cpf cpf,
        @Nullable Phone phone,
        Instant since,
        boolean active,
        List<Role> roles,
        List<String> units,
        List<Place> places,
        List<TokenState> tokens,
        long devices) {

    public PersonalData {
        roles = List.copyOf(roles);
        units = List.copyOf(units);
        places = List.copyOf(places);
        tokens = List.copyOf(tokens);
    }

    /**
     * A group and since when and until when the person belongs to it.
     *
     * @param from null where it was so from the beginning
     */
    public record Place(
            String name,
            boolean wholeGroup,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
