package org.guiche.accounts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.guiche.accounts.Oidc;
import org.guiche.shared.web.PublicAddress;

/**
 * The cookie that binds a sign-in through the provider to the browser it was begun in: what comes back elsewhere, planted by somebody
 * else, is refused (SECURITY 38).
 */
final class OidcBrowser {

    private static final String NAME = "guiche-oidc";
    private static final int AN_HOUR = 60 * 60;
    private static final String SECRET = "[\\w-]{43}";

    private OidcBrowser() {}

    private static String name(HttpServletRequest request) {
        return (PublicAddress.isSecure(request) ? "__Host-" : "") + NAME;
    }

    /** What this browser knows; empty for one in which nothing was begun. */
    static String of(HttpServletRequest request) {
        var cookies = request.getCookies();
        var name = name(request);
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> value.matches(SECRET))
                        .findFirst()
                        .orElse("");
    }

    /** The same, made where there is none: several windows of one browser share it. */
    static String begin(HttpServletRequest request, HttpServletResponse response) {
        var known = of(request);
        var secret = known.isEmpty() ? Oidc.newBrowser() : known;
        response.addCookie(cookie(request, secret, AN_HOUR));
        return secret;
    }

    /** Somebody is in. */
    static void end(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(name(request), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(PublicAddress.isSecure(request));
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax"); // it comes back by a link from the provider's page
        return cookie;
    }
}
