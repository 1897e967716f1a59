package org.guiche.shared.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses forms that the container would not read: to it they would be a fault of ours. Files go up by themselves, streaming. */
@WebFilter(filterName = "form-size", urlPatterns = "/*", asyncSupported = true)
public class FormSize implements Filter {

    /** The container's own limit. The longest text a field takes is smaller, however its letters are coded. */
    static final int LARGEST = 2 * 1024 * 1024;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForm(request.getContentType()) && request.getContentLengthLong() > LARGEST) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }
}
