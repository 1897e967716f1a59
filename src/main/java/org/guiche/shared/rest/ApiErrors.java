package org.guiche.shared.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.shared.web.Incident;
import org.jspecify.annotations.Nullable;

/** Errors of the server itself under {@code /api/} are problem documents too, never the error page of the screens. */
@WebFilter(filterName = "api-errors", urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR)
public class ApiErrors implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked == null || !asked.startsWith("/api/")) {
            chain.doFilter(request, response);
        } else {
            problem((HttpServletRequest) request).write((HttpServletResponse) response);
        }
    }

    private static Problem problem(HttpServletRequest request) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status != null && status < 500) {
            return ProblemMapper.ofStatus(status);
        }
        var code = Incident.record(request, cause(request));
        return Problem.of(500, "shared.unexpected", code);
    }

    private static Throwable cause(HttpServletRequest request) {
        @Nullable Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown instanceof Throwable cause ? cause : new IllegalStateException("the server failed");
    }
}
