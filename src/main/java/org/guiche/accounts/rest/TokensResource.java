package org.guiche.accounts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.accounts.SecondFactors;
import org.guiche.accounts.SecondStep;
import org.guiche.accounts.SignIn;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.Tokens;
import org.guiche.accounts.web.Caller;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.OnceOnly;
import org.guiche.shared.rest.Problem;
import org.jspecify.annotations.Nullable;

/** Tokens for programs. */
@Path("tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private static final String BASIC = "Basic ";

    @Inject
    SignIn signIn;

    @Inject
    SecondStep secondStep;

    @Inject
    SecondFactors factors;

    @Inject
    Tokens tokens;

    @Inject
    CurrentUser user;

    @Inject
    OnceOnly once;

    @Inject
    HttpServletRequest request;

    /** What a token is asked with. */
    public record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    /** A token just made: the secret is in no other answer. */
    public record TokenJson(
            UUID id,
            String name,
            String token,
            List<String> scopes,
            @Nullable Instant expiresAt) {}

    /** Makes a token for whoever the name and password belong to, and the code where a second factor is on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("X-OTP") @Nullable String code,
            @Nullable NewToken body) {
        var shown = basic(authorization);
        var result = signIn.ofProgram(shown[0], shown[1], Caller.of(request));
        if (result instanceof SignInResult.CodeNeeded needed) {
            return withCode(needed, code, body);
        }
        return answer(result, body, "accounts.signin.refused");
    }

    private Response withCode(SignInResult.CodeNeeded needed, @Nullable String code, @Nullable NewToken body) {
        if (code == null || code.isBlank()) {
            return refused("accounts.code.missing");
        }
        return answer(secondStep.ofProgram(needed, code, Caller.of(request)), body, "accounts.code.refused");
    }

    private Response answer(SignInResult result, @Nullable NewToken body, String refusal) {
        if (result instanceof SignInResult.Accepted accepted) {
            factors.requireOf(accepted.person());
            return once(accepted.person(), body == null ? new NewToken(null, null, null) : body);
        }
        return result instanceof SignInResult.Throttled throttled ? throttled(throttled) : refused(refusal);
    }

    /** A key makes one token: what is sent again under it learns which one, but not its secret. */
    private Response once(Person person, NewToken body) {
        return once.answerOnce(
                Long.toString(person.id()),
                () -> issued(person, body),
                answer -> Problem.of(409, "accounts.token.made", ((TokenJson) answer.getEntity()).id()));
    }

    private Response issued(Person person, NewToken body) {
        var name = body.name() == null ? "API" : body.name();
        var scopes = body.scopes() == null ? List.of("*") : body.scopes();
        var issued = tokens.issue(person, name, scopes, body.expiresAt());
        return Response.status(Response.Status.CREATED)
                .entity(new TokenJson(issued.id(), name, issued.secret(), issued.scopes(), body.expiresAt()))
                .build();
    }

    private static Response throttled(SignInResult.Throttled throttled) {
        var wait = throttled.retryAfter();
        var problem = Problem.of(429, "accounts.signin.throttled", wait.toMinutes());
        return Response.fromResponse(problem.response())
                .header("Retry-After", wait.toSeconds())
                .build();
    }

    private static Response refused(String key) {
        return Response.fromResponse(Problem.of(401, key).response())
                .header("WWW-Authenticate", "Basic realm=\"guiche\", charset=\"UTF-8\"")
                .build();
    }

    /** The name and the password; nobody's where it is no such header. A NUL is left out: no name has one. */
    private static String[] basic(@Nullable String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return new String[] {"", ""};
        }
        try {
            var decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var parts = new String(decoded, StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .split(":", 2);
            return parts.length == 2 ? parts : new String[] {parts[0], ""};
        } catch (IllegalArgumentException e) {
            return new String[] {"", ""};
        }
    }

    /** Ends a token of the caller. */
    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(uuid(id), user.get());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("accounts.token.not-found");
        }
    }
}
