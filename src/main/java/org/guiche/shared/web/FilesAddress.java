package org.guiche.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The address under which files that people sent are handed out to browsers, where the settings name one: another host than that of the
 * pages, so that nothing that a file does could reach them (ASVS 3.5.5, SECURITY 28).
 */
public final class FilesAddress {

    /** Below it lie the files, and nothing else lies on that host. */
    public static final String PATH = "/files/";

    private static final String BASE = ConfigProvider.getConfig()
            .getOptionalValue("guiche.attachments.host", String.class)
            .orElse("")
            .replaceFirst("/+$", "");

    private FilesAddress() {}

    /** Whether files have a host of their own. */
    public static boolean isSet() {
        return !BASE.isEmpty();
    }

    /** The whole address of a file there, by what stands for it. */
    public static String of(String word) {
        return BASE + PATH + word;
    }

    /** That host as a source of pictures, films and frames in a policy; empty where there is none. */
    static String source() {
        return BASE;
    }

    /** Whether somebody asks that host, and not that of the pages. */
    static boolean isAsked(HttpServletRequest request) {
        return isSet() && URI.create(BASE).getRawAuthority().equalsIgnoreCase(request.getHeader("Host"));
    }

    /** Whether an address of a file there is written. */
    static boolean isWritten(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + PATH);
    }

    /** Whether nobody is anybody here: what is there, or not there, is so for everybody. */
    public static boolean isApart(HttpServletRequest request) {
        return isAsked(request) || isWritten(request);
    }
}
