package org.guiche.units.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** When new tickets are sorted, and which words speak for which sector: a sector a line. */
public final class TriageInput {

    private static final String COMMAS = "[\\s,;]+";

    private String rounds = "";
    private String words = "";

    static TriageInput of(JsonObject unit) {
        var triage = unit.getJsonObject("settings")
                .getOrDefault("triage", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
        var input = new TriageInput();
        input.rounds = texts(triage, "rounds");
        input.words = list(triage, "words").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("sector") + ": " + texts(one, "words"))
                .collect(Collectors.joining("\n"));
        return input;
    }

    private static JsonArray list(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    }

    private static String texts(JsonObject json, String name) {
        return list(json, name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(", "));
    }

    /** The document with what the fields say. */
    JsonObject onto(JsonObject unit) {
        var spoken = words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(TriageInput::spoken)
                .toList();
        return PartInput.put(
                PartInput.put(unit, "settings.triage.rounds", split(rounds)),
                "settings.triage.words",
                JsonText.array(spoken).build());
    }

    private static JsonObject spoken(String line) {
        var parts = line.split("\\s*:\\s*", 2);
        return JsonText.object()
                .add("sector", parts[0])
                .add("words", split(parts.length > 1 ? parts[1] : ""))
                .build();
    }

    private static JsonArray split(String text) {
        var parts = Stream.of(text).flatMap(all -> Arrays.stream(all.split(COMMAS, -1)));
        return JsonText.array(parts.filter(one -> !one.isEmpty()).toList()).build();
    }

    public String getRounds() {
        return rounds;
    }

    public void setRounds(@Nullable String rounds) {
        this.rounds = rounds == null ? "" : rounds;
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words == null ? "" : words;
    }
}
