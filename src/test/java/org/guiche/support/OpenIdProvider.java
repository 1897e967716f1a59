package org.guiche.support;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An OpenID provider on this machine: real HTTP, real keys, codes with PKCE that count once. It is for one client, does what it is told
 * about each sign-in ({@link OpenIdAnswer}), and has a page on which a person says who she is.
 */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "guiche-test";
    public static final String SECRET = "segredo+so/nosso=";

    private final HttpServer server;
    private final OpenIdKeys keys = new OpenIdKeys();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Map<String, OpenIdAnswer> people = new ConcurrentHashMap<>();
    private final Map<String, OpenIdAnswer> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String visitorsFrom = "";

    /** A code, until it is used. */
    private record Granted(Map<String, String> request, OpenIdAnswer answer) {}

    public OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        server.createContext("/keys", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/choose", this::choose);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userInfo);
        server.createContext("/logout", this::logout);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "openid-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** The one that the server under test knows. */
    public static OpenIdProvider running() {
        return Running.PROVIDER;
    }

    /** Begins when it is first asked for: unit tests have providers of their own. */
    private static final class Running {

        private static final OpenIdProvider PROVIDER = new OpenIdProvider();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often its keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    /** Signs with another key from now on; the old one is gone. */
    public void rotate() {
        keys.rotate();
    }

    /** Somebody who may choose to be that on its page. */
    public void knows(String name, OpenIdAnswer answer) {
        people.put(name, answer);
    }

    /** Browsers come from there: the server under test has no fixed port, and they go back to it whatever it calls itself. */
    public void visitorsComeFrom(String home) {
        visitorsFrom = home;
    }

    /** What it answers to that request of a browser's: the query with which the browser goes back. */
    public String grant(URI request, OpenIdAnswer answer) {
        return grant(parameters(request.getRawQuery()), answer);
    }

    private String grant(Map<String, String> asked, OpenIdAnswer answer) {
        require(asked.get("client_id").equals(CLIENT), "the client");
        require(asked.get("response_type").equals("code"), "the response type");
        require(asked.get("code_challenge_method").equals("S256"), "PKCE with S256");
        require(asked.get("scope").contains("openid"), "the scope");
        require(asked.get("nonce").length() >= 43 && asked.get("state").length() >= 43, "a nonce and a state");
        var code = UUID.randomUUID().toString();
        codes.put(code, new Granted(asked, answer));
        return "code=" + code + "&state=" + asked.get("state") + "&iss=" + coded(issuer());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is missing or wrong");
        }
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                "userinfo_endpoint":"%1$s/userinfo","end_session_endpoint":"%1$s/logout","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256","ES256","PS256"],
                "token_endpoint_auth_methods_supported":["client_secret_basic"],"authorization_response_iss_parameter_supported":true}
                """.formatted(issuer());
    }

    private void keys(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        json(exchange, keys.published());
    }

    /** The page on which a person says who she is. */
    private void authorize(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestURI().getRawQuery();
        var buttons = people.keySet().stream()
                .sorted()
                .map(name -> "<p><button name=\"who\" value=\"%1$s\">Entrar como %1$s</button></p>".formatted(name))
                .collect(Collectors.joining());
        var page = """
                <!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Conta da empresa</title></head><body>
                <main><h1>Conta da empresa</h1><form action="/choose"><input type="hidden" name="request" value="%s">%s</form></main>
                </body></html>""".formatted(request.replace("&", "&amp;"), buttons);
        send(exchange, 200, "text/html;charset=utf-8", page);
    }

    private void choose(HttpExchange exchange) throws IOException {
        var chosen = parameters(exchange.getRequestURI().getRawQuery());
        var request = parameters(chosen.get("request"));
        var back = grant(request, people.get(chosen.get("who")));
        var target = URI.create(request.get("redirect_uri"));
        var home = visitorsFrom.isEmpty() ? target.toString() : visitorsFrom + target.getPath();
        redirect(exchange, home + "?" + back);
    }

    private void logout(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var target = URI.create(asked.get("post_logout_redirect_uri"));
        require(asked.get("id_token_hint") != null, "the hint");
        redirect(exchange, visitorsFrom.isEmpty() ? target.toString() : visitorsFrom + target.getPath());
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var granted = codes.remove(sent.getOrDefault("code", ""));
        if (granted == null || !isFor(granted, sent) || !isOurClient(exchange)) {
            send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        switch (granted.answer().manners()) {
            case FAILING -> send(exchange, 500, "text/plain", "no");
            case SLOW -> {} // says nothing, as long as somebody waits
            case HUGE -> json(exchange, "{\"id_token\":\"" + "x".repeat(2_000_000) + "\"}");
            case ELSEWHERE -> redirect(exchange, issuer() + "/keys");
            case USUAL -> tokens(exchange, granted);
        }
    }

    private void tokens(HttpExchange exchange, Granted granted) throws IOException {
        var access = UUID.randomUUID().toString();
        tokens.put(access, granted.answer());
        try {
            var id = granted.answer().token(issuer(), granted.request().get("nonce"), access, keys);
            json(
                    exchange,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                            .formatted(access, id));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFor(Granted granted, Map<String, String> sent) {
        var verifier = sent.getOrDefault("code_verifier", "");
        return granted.request().get("code_challenge").equals(hash(verifier))
                && granted.request().get("redirect_uri").equals(sent.get("redirect_uri"))
                && "authorization_code".equals(sent.get("grant_type"));
    }

    private static boolean isOurClient(HttpExchange exchange) {
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replaceFirst("^Basic ", "");
        var right = coded(CLIENT) + ":" + coded(SECRET);
        return shown.equals(Base64.getEncoder().encodeToString(right.getBytes(StandardCharsets.UTF_8)));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replaceFirst("^Bearer ", "");
        json(exchange, tokens.get(shown).userInfo());
    }

    private static String hash(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
