package org.guiche.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser, seen through the proxy before the server: what it sends says by which protocol and from where it came. */
final class Browser {

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String home;
    private final String protocol;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(int port, String protocol) {
        this.home = "http://127.0.0.1:" + port;
        this.protocol = protocol;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Signs one of the demo's people in and gives the answer to that. */
    HttpResponse<String> signIn(String email) throws IOException, InterruptedException {
        var page = get("/accounts/signin").body();
        var nonce = NONCE.matcher(page).results().findFirst().orElseThrow().group(1);
        var form = Map.of(
                "primefaces.nonce", nonce,
                "signin", "signin",
                "signin:login", email,
                "signin:password", "guiche-demo",
                "signin:submit", "",
                "jakarta.faces.ViewState", "stateless");
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request("/accounts/signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .header("X-Forwarded-Proto", protocol)
                .header("X-Forwarded-For", "203.0.113.9");
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        cookies(answer).forEach(cookie -> {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    /** The cookies that an answer sets, as they are written. */
    static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** What it keeps: the values are secrets of its person. */
    Map<String, String> kept() {
        return Map.copyOf(cookies);
    }
}
