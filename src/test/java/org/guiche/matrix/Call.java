package org.guiche.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.Samples;

/** A call of the API as {@code calls.txt} has it. */
record Call(String name, Door door, String address, String body, String before) {

    private static final Pattern ASKED = Pattern.compile("\\((select [^()]+)\\)");

    /** What a large file says of itself, and a piece of it in which nothing is. */
    static final Map<String, String> TUS = Map.of(
            "Tus-Resumable", "1.0.0",
            "Upload-Length", "2",
            "Upload-Metadata", "filename bm90YS50eHQ=",
            "Upload-Offset", "0",
            "Content-Type", "application/offset+octet-stream");

    static List<Call> all() {
        return Table.rows("calls.txt", 5).stream()
                .map(row -> new Call(row.get(0), new Door(row.get(1)), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    String verb() {
        return name.substring(0, name.indexOf(' '));
    }

    boolean writes() {
        return !verb().equals("GET") && !verb().equals("HEAD");
    }

    /** With an address that says whose thing it is. */
    boolean namesSomething() {
        return address.contains("(") || body.contains("(company)");
    }

    HttpResponse<String> by(Cast one, URL home, Map<String, String> things) {
        return door.words().equals("OWN") ? ofOneself(one, home) : by(one.api(home), things);
    }

    /** Sends it, with these things in the places of their names. */
    HttpResponse<String> by(Api api, Map<String, String> things) {
        return door.words().equals("UPLOAD")
                ? api.upload("muro.png", Samples.png())
                : sent(api, filled(address, things), filled(body, things));
    }

    /** Sends it with another body. */
    HttpResponse<String> with(Api api, Map<String, String> things, String json) {
        return sent(api, filled(address, things), json);
    }

    private HttpResponse<String> sent(Api api, String path, String json) {
        if (path.startsWith(ApiPieces.START)) {
            return api.send(verb(), path, BodyPublishers.noBody(), TUS);
        }
        return writes() ? api.call(verb(), path, json) : api.send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** A token of one's own; a visitor asks for one without a name, and ends none. */
    private HttpResponse<String> ofOneself(Cast one, URL home) {
        if (one == Cast.VISITOR) {
            return Api.at(home).call(verb(), name.startsWith("POST") ? "tokens" : "tokens/" + UUID.randomUUID(), "");
        }
        var basic = Base64.getEncoder().encodeToString((one.email() + ":guiche-demo").getBytes(UTF_8));
        var issued = Api.at(home).post("tokens", "{}", "Authorization", "Basic " + basic);
        return name.startsWith("POST")
                ? issued
                : one.api(home).call("DELETE", "tokens/" + Api.json(issued).getString("id"), "");
    }

    static String filled(String text, Map<String, String> things) {
        var full = text.replace("(unique)", UUID.randomUUID().toString()).replace("(never)", World.NEVER);
        for (var thing : things.entrySet()) {
            full = full.replace("(" + thing.getKey() + ")", thing.getValue());
        }
        return ASKED.matcher(full).replaceAll(asked -> Rows.one(asked.group(1)));
    }

    /** The body with everything that is asked of the database put in, too. */
    String json(Map<String, String> things) {
        return filled(body, things);
    }
}
