package org.guiche.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** Somebody at the pages, signed in through the form as everybody. */
final class Visit {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private static final Map<String, String> AJAX =
            Map.of("Faces-Request", "partial/ajax", "X-Requested-With", "XMLHttpRequest");
    private static final Map<String, String> PLAIN = Map.of();

    private static final String SIGN_IN = "/accounts/signin";

    private final Wire wire;
    private @Nullable FormElement entrance;

    private Visit(Wire wire) {
        this.wire = wire;
    }

    static Visit signIn(String email) throws IOException {
        return open().enter(email);
    }

    /** Somebody in front of the sign-in page. */
    static Visit open() throws IOException {
        return from(new Wire(Installation.PORT));
    }

    /** The same, behind a proxy that says the address. */
    static Visit open(String address) throws IOException {
        return from(new Wire(Installation.PORT).with("X-Forwarded-For", address));
    }

    private static Visit from(Wire wire) throws IOException {
        var visit = new Visit(wire);
        visit.entrance = form(visit.page(SIGN_IN), "input[type=password]");
        return visit;
    }

    /** Sends name and password, as everybody does. */
    Visit enter(String email) throws IOException {
        var form = Objects.requireNonNull(entrance);
        var fields = fields(form);
        fields.put(name(form, "input[type=text], input[type=email]"), email);
        fields.put(name(form, "input[type=password]"), Town.PASSWORD);
        var button = form.selectFirst("button[type=submit], input[type=submit]");
        if (button != null && !button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), "");
        }
        var answer = wire.post(path(form, SIGN_IN), FORM, encoded(fields), PLAIN);
        if (answer.status() != 302 && answer.status() != 303) {
            throw new IOException("sign-in as " + email + " answered " + answer.status());
        }
        return this;
    }

    /** A page, whole; anything else is refused. */
    Document page(String path) throws IOException {
        return parsed(look(path), path);
    }

    Document parsed(String text, String path) {
        return Jsoup.parse(text, "http://localhost" + path);
    }

    /** Fetches a page and looks only whether it is whole. */
    String look(String path) throws IOException {
        return whole(path, wire.get(path));
    }

    private static String whole(String path, Answer answer) throws IOException {
        var text = answer.text();
        if (answer.status() != 200 || !text.stripTrailing().endsWith("</html>")) {
            throw new IOException(path + " answered " + answer.status() + ", " + answer.header("location"));
        }
        return text;
    }

    /** Sends what a Faces page sends when something in a form happens. */
    String ajax(String path, Map<String, String> fields) throws IOException {
        var answer = wire.post(path, FORM, encoded(fields), AJAX);
        var text = answer.text();
        if (answer.status() != 200 || !text.contains("</partial-response>") || text.contains("<error>")) {
            throw new IOException(path + " answered " + answer.status() + " " + text);
        }
        return text;
    }

    Map<String, String> cookies() {
        return wire.cookies();
    }

    static FormElement form(Document page, String inside) throws IOException {
        var element = page.selectFirst("form:has(" + inside + ")");
        if (element instanceof FormElement form) {
            return form;
        }
        throw new IOException("no form with " + inside + " on " + page.location());
    }

    /** What the browser would send of the form as it is. */
    static Map<String, String> fields(FormElement form) {
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        var script = form.ownerDocument() == null ? null : form.ownerDocument().selectFirst("script[nonce]");
        if (script != null) {
            fields.put("primefaces.nonce", script.attr("nonce"));
        }
        return fields;
    }

    private static String name(FormElement form, String input) throws IOException {
        var element = form.selectFirst(input);
        if (element == null) {
            throw new IOException("no " + input);
        }
        return element.attr("name");
    }

    static String path(FormElement form, String otherwise) {
        var action = form.attr("action");
        return action.isEmpty() ? otherwise : action;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void close() throws IOException {
        wire.close();
    }
}
