package org.guiche.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code WEB-INF/errors}: the code of the fault, also where the container and not a page met it. */
@Named
@RequestScoped
public class ErrorPage {

    @Inject
    HttpServletRequest request;

    /** The code that is in the log too. */
    public String getIncident() {
        var known = Incident.known(request);
        if (known != null) {
            return known;
        }
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return cause == null ? Incident.code(request) : Incident.record(request, cause);
    }

    /** The sentence of the refusal that led here, if it has one. */
    public @Nullable String getReason() {
        return (String) request.getAttribute(Refusals.REASON);
    }

    /** Has the page that follows say why that was refused. */
    public static void tell(HttpServletRequest request, BusinessException refusal) {
        request.setAttribute(Refusals.REASON, Texts.get(refusal.key(), refusal.args()));
    }

    /** The page that was asked for, to ask for it again. */
    public String getAddress() {
        var address = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return address == null ? request.getContextPath() + "/" : address;
    }
}
