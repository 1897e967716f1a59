package org.guiche.matrix;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiche.support.Rendered;
import org.guiche.support.Site;

/** An address asked for by somebody, what came, and what the page offers that person. */
record Visit(Page page, Cast role, Owner owner, String address, HttpResponse<String> answer, List<String> offered) {

    private static final String BOUNDARY = "limite";

    /** Where all that is offered is for the same people, it is enough to hear of it once. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    static Visit to(Page page, Cast role, Owner owner, Map<String, String> things, URL home) {
        var site =
                role == Cast.VISITOR || page.path().equals("/accounts/signout") ? fresh(role, home) : role.site(home);
        var address = Call.filled(page.address(), things);
        var word = UUID.randomUUID().toString();
        var answer = site.send(request(page, site, address).header(Rendered.HEADER, word));
        var isNews = page.isView() && answer.statusCode() == 200 && (!page.allAlike() || SEEN.add(page.address()));
        var offered = isNews ? offered(home, word) : List.<String>of();
        return new Visit(page, role, owner, address, answer, offered);
    }

    /** A session that may be ended. */
    private static Site fresh(Cast role, URL home) {
        return role == Cast.VISITOR ? Site.at(home) : Site.at(home).as(role.email());
    }

    private static HttpRequest.Builder request(Page page, Site site, String address) {
        var request = site.request(address);
        if (page.path().startsWith("/uploads/large")) {
            Call.TUS.forEach(request::header);
            return request.method(page.verb(), BodyPublishers.noBody());
        }
        return switch (page.verb()) {
            case "POST" ->
                request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(
                                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"nota.txt\"\r\n\r\noi\r\n--%1$s--\r\n"
                                        .formatted(BOUNDARY)));
            case "DELETE" -> request.DELETE();
            default -> request.GET();
        };
    }

    private static List<String> offered(URL home, String word) {
        return Site.at(home).get("/probe/inventory?of=" + word).body().lines().toList();
    }

    /** What the page lets this one do. */
    List<Action> actions() {
        var found = new ArrayList<Action>();
        for (var line : offered) {
            if (line.startsWith("command ") || line.startsWith("ajax ")) {
                found.add(Action.of(page, line));
            }
        }
        return found;
    }

    /** The forms of the page, once each; of what was refused none. */
    List<Form> forms() {
        return page.isView() && answer.statusCode() == 200 && !offered.isEmpty() ? Form.all(answer.body()) : List.of();
    }

    /** Where something can be written, by the names that browsers send. */
    List<String> inputs() {
        return offered.stream()
                .filter(line -> line.startsWith("input "))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    /** What is left out of this one's page, or may not be touched there. */
    List<String> closed() {
        return offered.stream()
                .filter(line -> line.startsWith("hidden input "))
                .map(line -> line.split(" ", -1)[2])
                .toList();
    }

    /** What the tables say must come of it. */
    int expected() {
        return page.door().refusal(role, owner).orElse(200);
    }

    /** 401 for whoever is asked to sign in, 200 for what was not refused. */
    int outcome() {
        var status = answer.statusCode();
        var to = answer.headers().firstValue("Location").orElse("");
        if (status == 302 && to.contains("/accounts/signin?next=")) {
            return 401;
        }
        return status < 400 || status == 410 || status == 415 || status == 422 ? 200 : status;
    }
}
