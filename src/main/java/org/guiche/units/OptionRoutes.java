package org.guiche.units;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the options of one field of a design lead to. Only one field of a form routes. */
record OptionRoutes(FormDesign design, String key) {

    private Optional<Map<String, String>> own() {
        return Optional.ofNullable(design.form().routing())
                .filter(routing -> routing.field().equals(key))
                .map(Routing::sectors);
    }

    Optional<String> sector(String value) {
        return own().map(sectors -> sectors.get(value));
    }

    FormDesign lead(String value, @Nullable String sector) {
        var sectors = new HashMap<>(own().orElse(Map.of()));
        var wasEmpty = sectors.isEmpty();
        if (sector == null) {
            sectors.remove(value);
        } else {
            sectors.put(value, sector);
        }
        return sectors.isEmpty() && wasEmpty ? design : routed(design, sectors);
    }

    /** The same design once it has those options: routes of those that are gone go too. */
    FormDesign of(List<Option> options, FormDesign changed) {
        var sectors = own();
        if (sectors.isEmpty()) {
            return changed;
        }
        var left = new HashMap<>(sectors.get());
        left.keySet().retainAll(options.stream().map(Option::value).toList());
        return routed(changed, left);
    }

    private FormDesign routed(FormDesign of, Map<String, String> sectors) {
        return of.route(sectors.isEmpty() ? null : new Routing(key, sectors));
    }
}
