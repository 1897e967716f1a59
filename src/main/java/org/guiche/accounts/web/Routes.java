package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guiche.shared.web.LocalPath;

/** Which addresses need a session, a token, or nothing. Everything not named here needs a session. */
final class Routes {

    private static final String API = "/api/";
    private static final String TOKENS = "/api/v1/tokens";
    private static final Set<String> PUBLIC = Set.of(
            "/accounts/signin",
            "/accounts/signin.xhtml",
            "/accounts/code",
            "/accounts/code.xhtml",
            "/accounts/email",
            "/accounts/email.xhtml",
            "/accounts/forgot",
            "/accounts/forgot.xhtml",
            "/accounts/signup",
            "/accounts/signup.xhtml",
            "/accounts/password",
            "/accounts/password.xhtml",
            "/accounts/linking",
            "/accounts/linking.xhtml",
            "/accounts/oidc",
            "/accounts/oidc/callback",
            "/partners/access",
            "/partners/access.xhtml",
            "/partners/confirm",
            "/partners/confirm.xhtml",
            "/partners/files",
            "/tickets/standards",
            "/tickets/standards.xhtml",
            "/favicon.ico",
            "/favicon.svg");

    /** An upload of the form with which partners ask for access, and nothing else that could be written after it. */
    private static final Pattern PUBLIC_FILE =
            Pattern.compile("/partners/files/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What whoever has to set up a second factor first may open besides what everybody may. */
    private static final Set<String> SETTING_UP =
            Set.of("/accounts/factor", "/accounts/factor.xhtml", "/accounts/signout", "/accounts/theme");

    /** What the operator opens besides, such as the health checks. */
    private static final Set<String> OPEN = Set.copyOf(ConfigProvider.getConfig()
            .getOptionalValues("guiche.http.public", String.class)
            .orElse(List.of("/health/live", "/health/ready")));

    private Routes() {}

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith(API);
    }

    /** A token is asked for with a name and a password, not with a token. */
    static boolean isTokenRequest(HttpServletRequest request) {
        return path(request).equals(TOKENS) && request.getMethod().equals("POST");
    }

    /** What shows how the installation is doing or what it offers, however the address is written. */
    static boolean isOfOperation(HttpServletRequest request) {
        return isDescription(request) || isAt(request, "/metrics") || isAt(request, "/health");
    }

    /** What the API offers: whoever may call it may read that. */
    static boolean isDescription(HttpServletRequest request) {
        return isAt(request, "/openapi");
    }

    /** The container takes an address apart before it serves it; what it serves counts, not what was written. */
    private static boolean isAt(HttpServletRequest request, String place) {
        var inside = request.getPathInfo();
        var served = request.getServletPath() + (inside == null ? "" : inside);
        return Stream.of(served, path(request)).anyMatch(path -> path.equals(place) || path.startsWith(place + "/"));
    }

    static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    static boolean isPublic(HttpServletRequest request) {
        var path = path(request);
        return PUBLIC.contains(path)
                || OPEN.contains(path)
                || PUBLIC_FILE.matcher(path).matches()
                || path.startsWith("/jakarta.faces.resource/");
    }

    /** Where a second factor is set up, and what does without one. */
    static boolean isForSettingUp(HttpServletRequest request) {
        return SETTING_UP.contains(path(request)) || isPublic(request);
    }

    /** The page first asked for, as a local path to come back to; the start for what cannot be asked for again. */
    static String local(HttpServletRequest request) {
        if (!isReading(request)) {
            return LocalPath.before(request);
        }
        var query = request.getQueryString();
        return LocalPath.safe(path(request) + (query == null ? "" : "?" + query));
    }
}
