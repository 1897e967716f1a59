package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import java.util.List;

/** Lists of words as an array of JSON for a query: a list a ticket, whatever stands in the words. */
final class TagArray {

    private TagArray() {}

    /** In PostgreSQL's own writing of {@code jsonb[]}. */
    static String of(List<List<String>> lists) {
        return lists.stream().map(TagArray::element).collect(joining(",", "{", "}"));
    }

    private static String element(List<String> words) {
        var json = Json.createArrayBuilder(words).build().toString();
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
