package org.guiche.shared.web;

import jakarta.json.JsonException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what is made while it is sent. Where that fails after the first bytes, the connection is cut: an answer that ends as it should
 * would look whole, and Payara ends every answer as it should, with an error page behind what was sent.
 */
public final class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class.getName());

    /** From what Payara gives a servlet to its connection; other servers cut it by themselves when a servlet throws. */
    private static final List<String> TO_THE_CONNECTION =
            List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection");

    private static final String CUT = "terminateSilently";

    private Streaming() {}

    /** Something that is sent. */
    public interface Sending {
        void send() throws IOException;
    }

    /** Sends that; before the first bytes it fails as anything else does. Whoever leaves in the middle is nobody's fault. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Sending sending)
            throws IOException {
        try {
            sending.send();
        } catch (IOException | RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            if (isOfTheReader(e)) {
                LOG.log(Level.FINE, "the reader left", e);
            } else {
                Incident.record(request, e);
            }
            cut(request);
        }
    }

    private static boolean isOfTheReader(Exception e) {
        return e instanceof IOException
                || e instanceof UncheckedIOException
                || (e instanceof JsonException && e.getCause() instanceof IOException);
    }

    private static void cut(HttpServletRequest request) throws IOException {
        try {
            var at = unwrapped(request);
            for (var step : TO_THE_CONNECTION) {
                at = at.getClass().getMethod(step).invoke(at);
            }
            at.getClass().getMethod(CUT).invoke(at);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the answer is not whole", e);
        }
    }

    private static Object unwrapped(ServletRequest request) {
        var inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }
}
