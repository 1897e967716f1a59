package org.guiche.matrix;

import jakarta.json.JsonString;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.support.Site;
import org.jspecify.annotations.Nullable;

/** A field of a form of somebody's page in which something is chosen that the page offers, seen or hidden. */
record Choice(Visit visit, Form form, String name) {

    private static final String NOTHING = "-";
    private static final int MOST = 2;
    private static final Set<String> YES = Set.of("on", "true");

    private static final Map<String, List<String>> ROWS =
            Table.rows("choices.txt", 3).stream().collect(Collectors.toMap(row -> row.get(0), row -> row));

    /** Whether a row says what such a field names, or it names nothing. */
    boolean isKnown() {
        return isBox() || row().isPresent();
    }

    private boolean isBox() {
        return YES.containsAll(offered());
    }

    private Set<String> offered() {
        return form.choices().getOrDefault(name, Set.of());
    }

    private Optional<List<String>> row() {
        var plain = Form.plain(name);
        var last = plain.replaceFirst(".*:", "");
        var page = visit.page().path();
        return Stream.of(
                        page + " " + form.id() + " " + plain,
                        page + " " + form.id() + " " + last,
                        page + " " + last,
                        last)
                .map(ROWS::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private String kind() {
        return isBox() ? NOTHING : row().map(row -> row.get(1)).orElse(NOTHING);
    }

    /** It names something behind a wall, and there is something to do with it. */
    boolean isTried() {
        return !kind().equals(NOTHING)
                && (form.isSentByAddress() || form.isPlain() || !actions().isEmpty());
    }

    /** By which two of them are the same field, on whosever page. */
    String place() {
        var page = form.id().equals("asked")
                ? visit.page().address()
                : visit.page().path();
        return page + " " + form.id() + ": " + Form.plain(name);
    }

    /** What is done with the form, or as soon as this is chosen; each once, however many rows have it. */
    Collection<Action> actions() {
        var own = name.replaceFirst("_h?input$", "");
        var found = new LinkedHashMap<String, Action>();
        visit.actions().stream()
                .filter(action -> action.form().equals(form.id()))
                .filter(action -> action.event().isEmpty()
                        ? action.readsItsForm()
                        : action.id().equals(own))
                .forEach(action -> found.putIfAbsent(action.name(), action));
        return found.values();
    }

    /** What never was, as this field would name it. */
    String never() {
        return before()
                + switch (kind()) {
                    case "UPLOAD" -> Objects.requireNonNull(World.NONE.get("upload"));
                    case "CALLER" -> "nunca@muros.example";
                    default -> World.NEVER;
                };
    }

    /** What there is behind the wall, as this field would name it. */
    List<String> foreign(URL home) {
        return new Foreign(home, visit.role(), visit.owner())
                .existing(kind()).stream()
                        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                        .map(before()::concat)
                        .filter(value -> !offered().contains(value))
                        .limit(MOST)
                        .toList();
    }

    private String before() {
        return name.endsWith("_hinput") ? row().map(row -> row.get(2)).orElse("") : "";
    }

    /** Sends the form as the page has it now, with that value in this field, and presses that; the form itself where that is null. */
    HttpResponse<String> send(URL home, String value, @Nullable Action action) {
        var site = visit.role().site(home);
        var page = site.get(visit.address()).body();
        var now = Form.all(page).stream()
                .filter(one -> one.id().equals(form.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " is gone"));
        var fields = new LinkedHashMap<>(now.fields());
        fields.put(name, value);
        fields.computeIfPresent(name.replaceFirst("_hinput$", "_input"), (typed, text) -> value);
        if (form.isSentByAddress()) {
            return site.get(form.action() + "?" + coded(fields));
        }
        fields.put("primefaces.nonce", Site.hidden(page).getOrDefault("primefaces.nonce", ""));
        if (action != null) {
            fields.putAll(action.pressed());
        }
        return site.post(now.action(), fields);
    }

    private static String coded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "%s in %s on %s by %s".formatted(name, form.id(), visit.address(), visit.role());
    }
}
