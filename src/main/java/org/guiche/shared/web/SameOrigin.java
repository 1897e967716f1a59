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
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes the browser send under our session (ASVS 3.5.1): uploads, signing out, every form. The
 * API is left alone: it knows no session, only tokens.
 */
@WebFilter(filterName = "same-origin", urlPatterns = "/*", asyncSupported = true)
public class SameOrigin implements Filter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var path = http.getRequestURI().substring(http.getContextPath().length());
        if (HARMLESS.contains(http.getMethod()) || path.startsWith("/api/") || comesFromUs(http)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean comesFromUs(HttpServletRequest request) {
        return comesFromUs(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
    }

    /** What the browser says of itself decides; old browsers say at least the origin; programs without either hold no session of others. */
    static boolean comesFromUs(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            return OURS.contains(fetchSite);
        }
        return origin == null || authority(origin).equals(host);
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
