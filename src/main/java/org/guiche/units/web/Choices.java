package org.guiche.units.web;

import jakarta.faces.model.SelectItem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;

/** The words that there are to choose from. */
final class Choices {

    private Choices() {}

    /** Every constant of an enum, in words. */
    static <E extends Enum<E>> List<SelectItem> of(Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .map(one -> new SelectItem(one.name(), word(one)))
                .toList();
    }

    static String word(Enum<?> one) {
        return Texts.get("units.value." + one.name().toLowerCase(Locale.ROOT));
    }
}
