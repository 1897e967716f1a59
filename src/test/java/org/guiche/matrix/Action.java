package org.guiche.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Something that a page offers to do, as {@code support.Rendered} writes it down. */
record Action(Page page, String id, String event, String form, boolean readsItsForm) {

    /** By page and name, as {@code actions.txt} says whom each is for. */
    private static final Map<String, Door> DOORS = Table.rows("actions.txt", 3).stream()
            .collect(Collectors.toMap(row -> row.get(0) + " " + row.get(1), row -> new Door(row.get(2))));

    static Action of(Page page, String line) {
        var words = line.split(" ", -1);
        var dot = words[0].equals("ajax") ? words[1].lastIndexOf('.') : words[1].length();
        var event = words[0].equals("ajax") ? words[1].substring(dot + 1) : "";
        return new Action(page, words[1].substring(0, dot), event, words[2], words.length < 4);
    }

    /** Without the numbers of rows and of what has no name. */
    String name() {
        var plain = id.replaceAll("(?<=:)\\d+:", "").replaceAll("j_idt\\d+", "*");
        return event.isEmpty() ? plain : plain + "." + event;
    }

    String key() {
        return page.path() + " " + name();
    }

    boolean isKnown() {
        return page.allAlike() || DOORS.containsKey(key());
    }

    /** What the browser sends besides the fields when it is done. */
    Map<String, String> pressed() {
        var fields = new LinkedHashMap<>(Map.of(form, form, id, id));
        if (!event.isEmpty()) {
            fields.putAll(Map.of(
                    "jakarta.faces.partial.ajax", "true",
                    "jakarta.faces.source", id,
                    "jakarta.faces.partial.event", event,
                    "jakarta.faces.behavior.event", event,
                    "jakarta.faces.partial.execute", "@all"));
        }
        return fields;
    }

    Door door() {
        return page.allAlike() ? page.door() : DOORS.getOrDefault(key(), page.door());
    }
}
