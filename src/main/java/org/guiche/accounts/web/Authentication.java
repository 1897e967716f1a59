package org.guiche.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guiche.accounts.Person;
import org.guiche.accounts.Sessions;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.Standing;
import org.guiche.accounts.Tokens;
import org.guiche.shared.Clocks;
import org.guiche.shared.rest.Problem;
import org.guiche.shared.web.FilesAddress;
import org.jspecify.annotations.Nullable;

/**
 * Says who a request comes from: the form's credential, the session, or the token of the API. It tells the container on
 * every request, from the database's present answer, so that an ended session, token or contract counts at once.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    IdentityStoreHandler store;

    @Inject
    Sessions sessions;

    @Inject
    Tokens tokens;

    @Inject
    Clocks clocks;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (FilesAddress.isApart(request)) {
            return context.doNothing();
        }
        if (context.getAuthParameters().getCredential() instanceof EntryCredential credential) {
            return signIn(credential, request, context);
        }
        if (context.getAuthParameters().getCredential() instanceof ArrivedCredential credential) {
            return begin(credential.accepted(), request, context);
        }
        if (Routes.isOfOperation(request) && !Routes.isPublic(request)) {
            return ofOperator(request, response, context);
        }
        return Routes.isApi(request) ? ofToken(request, response, context) : ofSession(request, response, context);
    }

    private AuthenticationStatus signIn(
            EntryCredential credential, HttpServletRequest request, HttpMessageContext context) {
        var result = store.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID
                || !(credential.result() instanceof SignInResult.Accepted accepted)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return begin(accepted, request, context);
    }

    private AuthenticationStatus begin(
            SignInResult.Accepted accepted, HttpServletRequest request, HttpMessageContext context) {
        var before = Session.handle(request);
        if (!before.isEmpty()) {
            sessions.end(before); // of whoever was signed in here before
        }
        var handle = sessions.begin(accepted, Visits.of(request));
        new Session(accepted.person().id(), accepted.epoch(), clocks.withoutLeaps(), handle).begin(request);
        return as(accepted.person(), request, context);
    }

    private AuthenticationStatus ofSession(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var session = Session.of(request, clocks.withoutLeaps());
        var standing = session == null ? null : standing(session);
        if (standing != null && standing.needsFactor() && !Routes.isForSettingUp(request)) {
            lead(request, response, "/accounts/factor");
            return AuthenticationStatus.SEND_CONTINUE;
        }
        if (standing != null) {
            return as(standing.signedIn().person(), request, context);
        }
        if (Routes.isPublic(request)) {
            return context.doNothing();
        }
        askToSignIn(request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private @Nullable Standing standing(Session session) {
        var standing = sessions.of(session.handle(), session.epoch()).orElse(null);
        if (standing != null && sessions.isUnseen(standing)) {
            sessions.seen(session.handle());
        }
        return standing;
    }

    private AuthenticationStatus ofToken(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var header = request.getHeader("Authorization");
        if (Routes.isTokenRequest(request)) {
            return context.doNothing();
        }
        var bearer = header != null && header.startsWith(BEARER)
                ? tokens.authenticate(header.substring(BEARER.length()).strip()).orElse(null)
                : null;
        if (bearer == null) {
            refuse(response, 401, "accounts.signin.required");
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (!bearer.mayWrite() && !Routes.isReading(request)) {
            refuse(response, 403, "accounts.scope.insufficient");
            return AuthenticationStatus.SEND_FAILURE;
        }
        return as(bearer.person(), request, context);
    }

    /** By a token, as programs that watch come, or by a session. What is for administrators does not exist for others. */
    private AuthenticationStatus ofOperator(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var status = request.getHeader("Authorization") == null
                ? ofSession(request, response, context)
                : ofToken(request, response, context);
        var mayRead = Routes.isDescription(request)
                || (request.getAttribute(CurrentUser.ATTRIBUTE) instanceof Person person && person.isAdministrator());
        if (status != AuthenticationStatus.SUCCESS || mayRead) {
            return status;
        }
        return hide(response);
    }

    private static AuthenticationStatus hide(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus as(Person person, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(CurrentUser.ATTRIBUTE, person);
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(Long.toString(person.id())), PeopleStore.groups(person));
    }

    private static void refuse(HttpServletResponse response, int status, String key) {
        try {
            if (status == HttpServletResponse.SC_UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"guiche\"");
            }
            Problem.of(status, key).write(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) {
        var next = URLEncoder.encode(Routes.local(request), StandardCharsets.UTF_8);
        lead(request, response, "/accounts/signin?next=" + next);
    }

    /** Sends on to another page, also where a script asks. */
    private static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        var target = request.getContextPath() + path;
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;")
                                + "\"></redirect></partial-response>");
            } else {
                response.sendRedirect(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
