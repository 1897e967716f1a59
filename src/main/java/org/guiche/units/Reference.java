package org.guiche.units;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that speeds the analysis up when the description has it: an order number, a product's REF, a CEP (S4-08).
 *
 * @param pattern what finds it in the text
 * @param file it is given by a file, such as a screenshot
 */
public record Reference(String label, @Nullable TextPattern pattern, boolean file) {

    /**
     * A reference looked for in one request.
     *
     * @param found what was found of it: {@code 100482}; empty where it is there but has nothing to quote
     */
    public record Checked(String label, boolean isThere, String found) {}

    /** Looks for all of them. The text is plain; a file counts where one is attached or shown in the text. */
    public static List<Checked> check(List<Reference> references, String text, boolean hasFiles) {
        return references.stream()
                .map(reference -> reference.check(text, hasFiles))
                .toList();
    }

    private Checked check(String text, boolean hasFiles) {
        var found = pattern == null ? Optional.<String>empty() : pattern.find(text);
        return new Checked(label, found.isPresent() || (file && hasFiles), found.orElse(""));
    }
}
