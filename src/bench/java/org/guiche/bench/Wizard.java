package org.guiche.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** A requester who opens one ticket after another through the pages, every request as the browser sends it. */
final class Wizard implements Load.Work {

    private static final String REQUEST = "/tickets/open";
    private static final String CONTACT = "/tickets/contact";
    private static final String CLASSIFICATION = "/tickets/classification";
    private static final Pattern REDIRECT = Pattern.compile("<redirect url=\"([^\"]+)\"");

    private final Visit visit;
    private final Laps laps = new Laps();
    private final SplittableRandom random = new SplittableRandom(31);

    Wizard(String email) throws IOException {
        visit = Visit.signIn(email);
    }

    Laps laps() {
        return laps;
    }

    @Override
    public void warm() {
        laps.clear();
    }

    @Override
    public void once() throws Exception {
        describe();
        confirmContact();
        send();
    }

    private void describe() throws Exception {
        var empty = page("1, empty page", REQUEST);
        var unit = fields(empty, "wizard:unit", Map.of("wizard:unit_input", "cx"));
        unit.put("jakarta.faces.behavior.event", "change");
        unit.put("jakarta.faces.partial.event", "change");
        send("1, unit chosen", REQUEST, unit, "wizard:request wizard:side wizard:saved");
        var page = page("1, page with the unit's fields", REQUEST);
        var answers = Map.of(
                page.select("[id=wizard:fields] select").get(0).attr("name"),
                "produto",
                "wizard:subject",
                Prose.subject(random),
                "wizard:description",
                "<p>" + Prose.question(random) + "</p>");
        send("1, kept while typing", REQUEST, fields(page, "wizard:save", answers), "wizard:saved wizard:side");
        var whole = fields(page, "wizard:advance", answers);
        redirected(send("1, on", REQUEST, whole, "wizard:request wizard:side wizard:refusals"), CONTACT);
    }

    private void confirmContact() throws Exception {
        var page = page("2, page", CONTACT);
        redirected(send("2, on", CONTACT, fields(page, "wizard:advance", Map.of()), "wizard:refusals"), CLASSIFICATION);
    }

    private void send() throws Exception {
        var page = page("3, page", CLASSIFICATION);
        var sent = send("3, ticket sent", CLASSIFICATION, fields(page, "wizard:send", Map.of()), "wizard:refusals");
        page("confirmation, page", redirected(sent, "/tickets/opened"));
    }

    private Document page(String name, String path) throws Exception {
        return visit.parsed(laps.lap("wizard " + name, () -> visit.look(path)), path);
    }

    private String send(String name, String path, Map<String, String> fields, String update) throws Exception {
        fields.put("jakarta.faces.partial.render", update);
        return laps.lap("wizard " + name, () -> visit.ajax(path, fields));
    }

    private static Map<String, String> fields(Document page, String source, Map<String, String> typed)
            throws IOException {
        var fields = new LinkedHashMap<>(Visit.fields(Visit.form(page, "[name=window]")));
        fields.putAll(typed);
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.partial.execute", "wizard");
        fields.put("jakarta.faces.source", source);
        if (!source.equals("wizard:unit")) {
            fields.put(source, source);
        }
        return fields;
    }

    private static String redirected(String answer, String to) throws IOException {
        var redirect = REDIRECT.matcher(answer);
        if (!redirect.find() || !redirect.group(1).contains(to)) {
            throw new IOException("not on to " + to + ": " + answer);
        }
        return redirect.group(1).replace("&amp;", "&");
    }

    @Override
    public void close() throws IOException {
        visit.close();
    }
}
