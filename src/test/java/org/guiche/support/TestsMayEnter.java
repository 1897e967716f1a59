package org.guiche.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.Authentication;

/**
 * The application's own sign-in, except that Arquillian's calls into the container need none, and that the probe's pages are
 * visited by somebody at once.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TestsMayEnter extends Authentication {

    private static final Person SOMEBODY =
            new Person(1, "Marina Teles", "marina@mirante.example", null, null, Set.of(), List.of());

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getRequestURI().contains("/ArquillianServletRunner")) {
            return context.doNothing();
        }
        if (request.getRequestURI().startsWith("/probe/")) {
            request.setAttribute("guiche.person", SOMEBODY);
            return context.notifyContainerAboutLogin(new CallerPrincipal("1"), Set.of("customer"));
        }
        return super.validateRequest(request, response, context);
    }
}
