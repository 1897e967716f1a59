package org.guiche.matrix;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form as a page has it: what a browser would send of it, and what may be chosen in its lists, its round and square boxes and its
 * hidden fields, each with what the page offers there.
 */
record Form(
        String id,
        boolean isSentByAddress,
        String action,
        Map<String, String> fields,
        Map<String, Set<String>> choices) {

    private static final String FRAMEWORK = "(jakarta\\.faces\\.|primefaces\\.).*|.*(_focus|_filter|_SUBMIT)";
    private static final Set<String> BUTTONS = Set.of("submit", "button", "file", "image", "reset");

    /** What a text that must be there is filled with, by the kind of its field. */
    private static final Map<String, String> TYPED = Map.of(
            "email", "muros@muros.example",
            "date", "2026-12-01",
            "datetime-local", "2026-12-01T10:00",
            "number", "1",
            "tel", "(41) 3333-4444",
            "url", "https://muros.example/");

    /** All of a page. */
    static List<Form> all(String html) {
        var page = Jsoup.parse(html);
        return page.select("form").stream()
                .map(form -> of(page, (FormElement) form))
                .toList();
    }

    private static Form of(Document page, FormElement form) {
        var action = form.attr("action");
        var id = form.id().isEmpty() ? action.replaceFirst("\\?.*", "") : form.id();
        var found = new Form(
                id,
                !form.attr("method").equalsIgnoreCase("post"),
                action,
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        form.elements().forEach(found::read);
        page.getElementsByAttributeValue("form", id).forEach(found::read);
        return found;
    }

    /** Its name in the tables, without the numbers of rows. */
    static String plain(String name) {
        return name.replaceAll("(?<=:)\\d+:", "")
                .replaceAll("j_idt\\d+", "*")
                .replaceFirst("_h?input$", "")
                .replaceAll("\\d+$", "#");
    }

    /** Of HTML alone, whose button is no component. */
    boolean isPlain() {
        return !fields.containsKey("jakarta.faces.ViewState");
    }

    private void read(Element part) {
        var name = part.attr("name");
        if (name.isEmpty()) {
            return;
        }
        switch (part.normalName()) {
            case "select" -> list(name, part);
            case "textarea" -> fields.put(name, part.wholeText().isEmpty() ? "Muros" : part.wholeText());
            case "input" -> input(name, part.attr("type"), part);
            default -> {}
        }
    }

    private void list(String name, Element list) {
        for (var option : list.select("option")) {
            offer(name, option.val());
            if (option.hasAttr("selected") || !fields.containsKey(name)) {
                fields.put(name, option.val());
            }
        }
    }

    private void input(String name, String type, Element input) {
        var isBox = type.equals("checkbox") || type.equals("radio");
        var value = input.hasAttr("value") ? input.val() : isBox ? "on" : "";
        if (isBox || type.equals("hidden")) {
            offer(name, value);
        }
        if (isBox ? input.hasAttr("checked") : !BUTTONS.contains(type)) {
            var isText = !isBox && !type.equals("hidden");
            fields.put(name, isText && value.isEmpty() ? TYPED.getOrDefault(type, "Muros") : value);
        }
    }

    private void offer(String name, String value) {
        if (!name.matches(FRAMEWORK) && !name.equals(id)) {
            choices.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
        }
    }
}
