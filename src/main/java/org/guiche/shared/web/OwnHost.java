package org.guiche.shared.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** On the files' own host there are files and nothing else: no page, no session, no API ({@link FilesAddress}). */
@WebFilter(filterName = "own-host", urlPatterns = "/*", asyncSupported = true)
public class OwnHost implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isThere((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The container takes an address apart before it serves it: what was written counts, and what it serves. */
    private static boolean isThere(HttpServletRequest request) {
        var served = (request.getServletPath() + "/").equals(FilesAddress.PATH);
        return FilesAddress.isAsked(request)
                ? served && FilesAddress.isWritten(request)
                : !served && !FilesAddress.isWritten(request);
    }
}
