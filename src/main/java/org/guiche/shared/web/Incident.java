package org.guiche.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A fault of ours, told once in the log and once to the user, under the same code. */
public final class Incident {

    /** The request attribute and the response header that carry the code. */
    public static final String ATTRIBUTE = "guiche.incident";

    static final String HEADER = "X-Incident";

    private static final Logger LOG = Logger.getLogger(Incident.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789".toCharArray();
    private static final int LENGTH = 8;

    private Incident() {}

    /** Writes the fault into the log and gives the code to tell the user: eight letters and digits, easy on the phone. */
    public static String record(HttpServletRequest request, Throwable cause) {
        var code = code(request);
        LOG.log(
                Level.SEVERE,
                cause,
                () -> "incident " + code + " at " + request.getMethod() + " " + request.getRequestURI());
        return code;
    }

    /** The code of this request's fault; a new one where nobody has told it yet. */
    static String code(HttpServletRequest request) {
        var known = (String) request.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = random();
            request.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    static @Nullable String known(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    private static String random() {
        var code = new StringBuilder(LENGTH + 1);
        for (var i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return code.toString();
    }
}
