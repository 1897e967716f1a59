package org.guiche.accounts;

import java.util.List;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of a person.
 *
 * @param known who it is already; null for somebody new, who has no password yet
 * @param places the groups that the person belongs to from now on, besides those of today
 */
public record ImportedPerson(
        @Nullable KnownPerson known,
        String name,
        Email email,
        @Nullable Cpf cpf,
        @Nullable Phone phone,
        List<Place> places) {

    public ImportedPerson {
        name = NewPerson.checkedName(name);
        places = List.copyOf(places);
    }

    /**
     * A place in a group.
     *
     * @param wholeGroup sees every ticket of the group
     */
    public record Place(long groupId, boolean wholeGroup) {}
}
