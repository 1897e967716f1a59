package org.guiche.reporting.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Pieces of what Chart.js draws. Colours are names of the theme's variables; reports.js reads them when it draws, in each theme anew. */
final class ChartJson {

    private ChartJson() {}

    /** A set of values, each with the address of the tickets behind it. */
    static JsonObjectBuilder dataset(String label, String colour, List<Long> values, List<String> links) {
        var data = Json.createArrayBuilder();
        values.forEach(data::add);
        return Json.createObjectBuilder()
                .add("label", label)
                .add("data", data)
                .add("backgroundColor", colour)
                .add("links", texts(links));
    }

    static JsonArrayBuilder texts(List<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    /** A chart of that kind, whole. A script may hold it: no tag can end within. */
    static String chart(String kind, List<String> labels, JsonArrayBuilder datasets, JsonObjectBuilder options) {
        return Json.createObjectBuilder()
                .add("type", kind)
                .add(
                        "data",
                        Json.createObjectBuilder().add("labels", texts(labels)).add("datasets", datasets))
                .add("options", options.add("responsive", true).add("maintainAspectRatio", false))
                .build()
                .toString()
                .replace("<", "\\u003c");
    }
}
