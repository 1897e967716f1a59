package org.guiche.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages as a browser without scripts sees them: real HTTP, a session of its own, no redirect followed by itself. */
public final class Site {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Site(URI home) {
        this.home = home;
    }

    /** Nobody in particular. */
    public static Site at(URL home) {
        return new Site(URI.create(home.toString()));
    }

    /** The same for one of the demo's people, through the sign-in page. */
    public Site as(String email) {
        var form = hidden(get("/accounts/signin").body());
        form.put("signin:login", email);
        form.put("signin:password", "guiche-demo");
        form.put("signin:submit", "");
        var answer = post("/accounts/signin", form);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(email + " did not get in: " + answer.statusCode());
        }
        return this;
    }

    /** The hidden fields of a page's forms, and the word that its scripts add to them. */
    public static Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        NONCE.matcher(page).results().forEach(nonce -> fields.put("primefaces.nonce", nonce.group(1)));
        HIDDEN.matcher(page).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("signin", "signin");
        return fields;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form as browsers do. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request to that path, to be added to. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path));
    }

    /** Sends it with the session's cookies; no answer ever holds what is secret. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            Leaks.none(String.valueOf(answer.request()), answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The session's cookies as a header. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Says these lines, word for word, and gives all that is answered; for what no client would send. */
    public String raw(String... lines) {
        try (var socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(120_000);
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
