package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands a file out without trusting it: never sniffed, never run, in a sandbox, as a download unless it is a safe picture or
 * a PDF (ASVS 3.2.1, 5.4.2). The bytes stream; memory does not grow with the file. Who may see it is the caller's business.
 */
@ApplicationScoped
public class FileResponse {

    private static final Logger LOG = Logger.getLogger(FileResponse.class.getName());
    private static final int BUFFER = 16 * 1024;
    private static final String SANDBOX = "sandbox; default-src 'none'";
    private static final String CACHE = "private, no-cache"; // asked for each time, sent once

    @Inject
    Attachments attachments;

    /** For pages: in the browser where that is safe, else as a download. */
    public void show(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(file, file.showsInline(), request, response);
    }

    /** For programs: always as a download. */
    public void download(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(file, false, request, response);
    }

    private void send(StoredFile file, boolean inline, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isKnown(file, request.getHeader("If-None-Match"))) {
            response.setHeader("ETag", tag(file));
            response.setHeader("Cache-Control", CACHE);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (var bytes = attachments.open(file)) {
            headers(file, inline).forEach(response::setHeader);
            response.setContentLengthLong(file.size());
            if (!request.getMethod().equals("HEAD")) {
                copy(bytes, response.getOutputStream());
            }
            response.flushBuffer();
        }
    }

    /** Somebody who leaves in the middle of a download is nobody's fault; a file that cannot be read is ours. */
    private static void copy(InputStream bytes, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            try {
                out.write(buffer, 0, read);
            } catch (IOException e) {
                LOG.log(Level.FINE, "the reader left", e);
                return;
            }
        }
    }

    /** What is said of a file, but for its length; {@code inline} is for files that {@link StoredFile#showsInline()} only. */
    public static Map<String, String> headers(StoredFile file, boolean inline) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", file.mediaType());
        headers.put("Content-Disposition", Disposition.of(file.name(), inline && file.showsInline()));
        headers.put("ETag", tag(file));
        headers.put("Cache-Control", CACHE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", SANDBOX);
        return headers;
    }

    private static String tag(StoredFile file) {
        return '"' + file.sha256() + '"';
    }

    /** Whether the reader has these very bytes already (RFC 9110, 13.1.2: tags are compared weakly). */
    private static boolean isKnown(StoredFile file, @Nullable String tags) {
        return tags != null && (tags.strip().equals("*") || tags.contains(tag(file)));
    }
}
