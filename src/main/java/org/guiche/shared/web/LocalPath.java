package org.guiche.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/** Paths of our own to send somebody to: nobody is sent elsewhere (ASVS 3.7.2). */
public final class LocalPath {

    private LocalPath() {}

    /** That path, or the start for anything that is none. */
    public static String safe(String path) {
        return path.matches("/[A-Za-z0-9][A-Za-z0-9/?&=._%:-]*") ? path : "/";
    }

    /** The page from which this was sent. */
    public static String before(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        return referer == null ? "/" : safe(referer.replaceFirst("^https?://[^/]+", ""));
    }
}
