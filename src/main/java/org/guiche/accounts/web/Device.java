package org.guiche.accounts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cookie by which a browser is known again in which somebody signed in before. */
final class Device {

    private static final String COOKIE = "guiche-device";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private Device() {}

    static @Nullable String of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    static Cookie remembering(String token, boolean secure) {
        var cookie = new Cookie(COOKIE, token);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
