package org.guiche.shared.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** How much one token may ask of the API, so that a program that runs wild does not take it from the others. */
@Provider
@PreMatching
public class Limits implements ContainerRequestFilter {

    /** Calls a minute and token; zero for no limit. */
    private static final String SETTING = "guiche.api.requests.per.minute";

    private static final int USUAL = 100_000;

    private final @Nullable Allowance allowance;

    /** With the limit of the settings. */
    public Limits() {
        this(ConfigProvider.getConfig().getOptionalValue(SETTING, Integer.class).orElse(USUAL));
    }

    Limits(int perMinute) {
        this.allowance = perMinute > 0 ? new Allowance(perMinute) : null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (allowance != null && token != null) {
            var caller = Fingerprint.of(token.getBytes(StandardCharsets.UTF_8)).sha256();
            var wait = allowance.take(caller, System.nanoTime());
            if (wait > 0) {
                request.abortWith(later(wait));
            }
        }
    }

    private static Response later(long seconds) {
        return Response.fromResponse(Problem.of(429, "shared.too-many", seconds).response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
