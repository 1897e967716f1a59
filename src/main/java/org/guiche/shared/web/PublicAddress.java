package org.guiche.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address that people know us by. The settings say it; no header of a request does (SECURITY 35). */
public final class PublicAddress {

    private static final String BASE = ConfigProvider.getConfig()
            .getOptionalValue("guiche.base.url", String.class)
            .orElse("")
            .replaceFirst("/+$", "");

    private static final boolean SECURE = BASE.startsWith("https:");

    private PublicAddress() {}

    /**
     * The whole address of a page of ours, to give to somebody else.
     *
     * @param path from the root of the application on, with its slash
     */
    public static String of(String path) {
        return BASE + path;
    }

    /** Whether browsers reach us by TLS alone: it may end at a proxy before us. */
    static boolean isSecure() {
        return SECURE;
    }

    /** Whether the browser speaks TLS, to us or to a proxy before us. */
    public static boolean isSecure(HttpServletRequest request) {
        return SECURE || request.isSecure();
    }
}
