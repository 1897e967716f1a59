package org.guiche.units;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;

/**
 * Five ways of working, each a unit's document (REQUIREMENTS 7.5). A unit takes one on and keeps its own key, name, place and sectors.
 */
public final class Presets {

    /** What they are known by, in the order of their sources. */
    public static final List<String> KEYS = List.of("parceiros", "agencia", "erp", "cx", "loja");

    private static final List<String> ITS_OWN =
            List.of("key", "name", "active", "parents", "entrySector", "generalSector");

    private Presets() {}

    /** That one as it is written; refuses any other. */
    public static JsonObject document(String key) {
        if (!KEYS.contains(key)) {
            throw new NotFound("units.preset.not-found");
        }
        try (var stream = Objects.requireNonNull(Presets.class.getResourceAsStream("presets/" + key + ".json"), key);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var text = new java.io.BufferedReader(reader);
                var json = JsonText.reader(text.lines().collect(Collectors.joining("\n")))) {
            return json.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    /**
     * A unit's document as it would be when it behaves like that: what is its own stays, and tickets are not sent to sectors that
     * there are not.
     */
    public static JsonObject behaveLike(String preset, JsonObject unit, Collection<Sector> sectors) {
        var like = document(preset);
        var result = JsonText.object(like);
        for (var name : ITS_OWN) {
            if (unit.containsKey(name)) {
                result.add(name, unit.get(name));
            } else {
                result.remove(name);
            }
        }
        return result.add("form", routed(like.getJsonObject("form"), sectors))
                .add("settings", sorted(like.getJsonObject("settings"), sectors))
                .build();
    }

    private static JsonObject sorted(JsonObject settings, Collection<Sector> sectors) {
        var triage = settings.getJsonObject("triage");
        if (triage == null || !triage.containsKey("words")) {
            return settings;
        }
        var words = JsonText.array();
        triage.getJsonArray("words").getValuesAs(JsonObject.class).stream()
                .filter(one -> isKnown(one.getString("sector"), sectors))
                .forEach(words::add);
        return JsonText.object(settings)
                .add("triage", JsonText.object(triage).add("words", words))
                .build();
    }

    private static JsonObject routed(JsonObject form, Collection<Sector> sectors) {
        var routing = form.getJsonObject("routing");
        if (routing == null) {
            return form;
        }
        var known = JsonText.object();
        routing.getJsonObject("sectors").forEach((option, sector) -> {
            if (sector instanceof JsonString text && isKnown(text.getString(), sectors)) {
                known.add(option, sector);
            }
        });
        var ways = known.build();
        return ways.isEmpty()
                ? JsonText.object(form).remove("routing").build()
                : JsonText.object(form)
                        .add("routing", JsonText.object(routing).add("sectors", ways))
                        .build();
    }

    private static boolean isKnown(String key, Collection<Sector> sectors) {
        return sectors.stream().anyMatch(sector -> sector.key().equals(key));
    }
}
