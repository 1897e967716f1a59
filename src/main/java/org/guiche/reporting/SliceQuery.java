package org.guiche.reporting;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** Which tickets of a report an address asks for; what it does not understand does not restrict. */
public record SliceQuery(Map<String, String> address) {

    public static final String OF = "figura";
    public static final String PART = "parte";
    public static final String HOUR = "hora";
    public static final String BAND = "faixa";
    public static final String CATEGORY = "situacao";

    private static final List<String> NAMES = List.of(OF, PART, HOUR, BAND, CATEGORY);

    /** Those tickets. */
    public Slice slice() {
        return new Slice(
                choice(Figure.class, address.get(OF)),
                number(PART),
                small(HOUR),
                small(BAND),
                choice(StatusCategory.class, address.get(CATEGORY)));
    }

    /** What it says of that, as it says it. */
    public Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> asked.put(name, requireNonNullElse(address.get(name), "")));
        return asked;
    }

    /** A number below that name; null for none. */
    public @Nullable Long number(String name) {
        var text = requireNonNullElse(address.get(name), "");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private @Nullable Integer small(String name) {
        var number = number(name);
        return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kinds, @Nullable String word) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
