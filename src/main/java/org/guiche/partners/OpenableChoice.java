package org.guiche.partners;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The companies that a person chooses from to open a ticket. Few stand in a list. Many are looked for, so that nothing that asks for
 * them grows with their number.
 *
 * @param listed all of them, by name; none where they are looked for
 * @param searched whether they are looked for
 * @param chosen the one that is chosen, where it is one of them
 */
public record OpenableChoice(
        List<Company> listed, boolean searched, @Nullable Company chosen) {

    public OpenableChoice {
        listed = List.copyOf(listed);
    }

    /** The one there is, where there is nothing to choose. */
    public Optional<Company> only() {
        return listed.size() == 1 ? Optional.of(listed.get(0)) : Optional.empty();
    }

    /** Whether there is more than one. */
    public boolean isMany() {
        return searched || listed.size() > 1;
    }
}
