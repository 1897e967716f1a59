package org.guiche.units.web;

import jakarta.faces.model.SelectItem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guiche.shared.JsonText;
import org.guiche.shared.Texts;

/** The things of a list in a document, known by their keys. */
record KeyedList(List<JsonObject> items) {

    private static final String KEY = "key";
    private static final String NAME = "name";
    private static final int LONGEST = 40;

    static KeyedList of(JsonObject document, String name) {
        return new KeyedList(document.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class));
    }

    Optional<JsonObject> find(String key) {
        return items.stream().filter(item -> item.getString(KEY).equals(key)).findFirst();
    }

    /** Where the thing of that key stands; after the others where there is none. */
    int place(String key) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).getString(KEY).equals(key))
                .findFirst()
                .orElse(items.size());
    }

    /** The same without the thing of that key. */
    KeyedList without(String key) {
        return new KeyedList(
                items.stream().filter(item -> !item.getString(KEY).equals(key)).toList());
    }

    /** The same with that thing at that place. */
    KeyedList with(JsonObject item, int place) {
        var all = new ArrayList<>(items);
        all.add(Math.max(0, Math.min(place, all.size())), item);
        return new KeyedList(List.copyOf(all));
    }

    /** A key for something of that name that nothing here has: {@code Em espera} is {@code em-espera}. */
    String keyFor(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        var key = plain.isEmpty() ? "item" : plain.substring(0, Math.min(LONGEST - 3, plain.length()));
        var free = key;
        for (int i = 2; find(free).isPresent(); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    /** The things of these names, a line each: one that is called as before is the same one. */
    KeyedList named(String lines) {
        var result = new KeyedList(List.of());
        for (var line :
                lines.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            var known = items.stream()
                    .filter(item -> item.getString(NAME).equals(line))
                    .findFirst();
            var taken = new ArrayList<>(items);
            taken.addAll(result.items);
            var item = known.orElseGet(() -> JsonText.object()
                    .add(KEY, new KeyedList(taken).keyFor(line))
                    .add(NAME, line)
                    .build());
            result = result.with(item, result.items.size());
        }
        return result;
    }

    /** Where something may stand among them. */
    List<SelectItem> places() {
        return IntStream.rangeClosed(0, items.size())
                .mapToObj(i -> new SelectItem(
                        String.valueOf(i),
                        i == 0
                                ? Texts.get("units.place.first")
                                : Texts.get(
                                        "units.place.after", items.get(i - 1).getString(NAME))))
                .toList();
    }

    JsonArray json() {
        return JsonText.array(items).build();
    }
}
