package org.guiche.accounts;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the provider: whole answers of limited size within a limited time, from where it may be asked, no redirect followed. */
final class OidcWeb implements HTTPRequestSender {

    static final int LARGEST = 256 * 1024;
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    static final Duration IN_ALL = Duration.ofSeconds(6);
    private static final List<String> PASSED_ON = List.of("Content-Type", "Authorization", "Accept");

    private final URI issuer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    OidcWeb(URI issuer) {
        this.issuer = issuer;
    }

    /** The text at that address of the provider's. */
    String get(URI address) throws IOException {
        var answer = send(HttpRequest.newBuilder(address).GET());
        if (answer.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("the provider answers " + answer.statusCode());
        }
        return text(answer);
    }

    /** For the library, which makes the requests and reads the answers. */
    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest made) throws IOException {
        var request = HttpRequest.newBuilder(made.getURI());
        for (var name : PASSED_ON) {
            made.getHeaderMap().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        var body = made.getBody();
        var received = send(request.method(
                made.getMethod().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        var answer = new HTTPResponse(received.statusCode());
        try {
            answer.setContentType(received.headers().firstValue("Content-Type").orElse("text/plain"));
        } catch (ParseException e) {
            throw new IOException(e);
        }
        answer.setBody(text(received));
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) throws IOException {
        var request = builder.timeout(IN_ALL).build();
        OidcNetwork.require(request.uri(), issuer);
        var asked = client.sendAsync(request, head -> new LimitedBody(LARGEST));
        try {
            return asked.get(IN_ALL.toMillis(), TimeUnit.MILLISECONDS); // that of the request ends with the head
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            throw new IOException(e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
