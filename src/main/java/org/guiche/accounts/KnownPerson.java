package org.guiche.accounts;

import java.util.List;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an import may be about.
 *
 * @param version raised by every change, so that an import writes over nothing that it did not show
 */
public record KnownPerson(
        long id,
        int version,
        String name,
        String email,
        @Nullable Cpf cpf,
        @Nullable Phone phone,
        boolean active,
        boolean staff,
        List<Membership> memberships) {

    public KnownPerson {
        memberships = List.copyOf(memberships);
    }

    /** Whether the person opens tickets for the clients of a partner. */
    public boolean isPartnerUser() {
        return memberships.stream().anyMatch(one -> one.kind() == GroupKind.PARTNER);
    }
}
