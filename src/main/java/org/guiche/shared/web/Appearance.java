package org.guiche.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Light or dark, as this browser was told; empty where the system decides, which the page's first script then asks. */
@Named
@RequestScoped
public class Appearance {

    private static final String COOKIE = "guiche-theme";
    private static final int A_YEAR = 365 * 24 * 60 * 60;
    private static final Set<String> FIXED = Set.of("light", "dark");

    @Inject
    HttpServletRequest request;

    /** What makes this browser show that theme, {@code light}, {@code dark} or {@code system}, from the next page on. */
    public static Cookie remembering(String theme, boolean secure) {
        var cookie = new Cookie(COOKIE, theme);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** {@code light}, {@code dark}, or empty for the system's choice. */
    public String getTheme() {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && FIXED.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
