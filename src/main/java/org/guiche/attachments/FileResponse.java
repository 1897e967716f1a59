package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Vouchers;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Hands a file out without trusting it: never sniffed, never run, in a sandbox, as a download unless it is a safe picture or
 * a PDF (ASVS 3.2.1, 5.4.2). The bytes stream; memory does not grow with the file. A download that broke off goes on where it
 * did. Who may see the file is the caller's business; what nobody may have for a virus, or before one has been looked for, is refused here.
 */
@ApplicationScoped
public class FileResponse {

    private static final String CACHE = "private, no-cache"; // asked for each time, sent once
    private static final String SANDBOX = "sandbox; default-src 'none'";

    /** Browsers refuse to show a PDF in a sandbox. Their viewers run nothing as a page of ours. */
    private static final String PDF =
            "default-src 'none'; object-src 'self'; plugin-types application/pdf; frame-ancestors 'self'";

    /** Of vouchers: the files' own host. */
    private static final String USE = "files";

    private static final String SHOWN = "+";
    private static final String SAVED = "-";
    /** A film goes on being asked for while it is looked at. */
    private static final Duration LIFE = Duration.ofHours(1);

    @Inject
    Attachments attachments;

    @Inject
    Vouchers vouchers;

    @Inject
    PictureTable pictures;

    /** For pages: in the browser where that is safe, else as a download. */
    public void show(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(answer(file, file.showsInline(), request), response);
    }

    /**
     * What the file can be had for on the files' own host, for an hour and by whoever holds it (ADR 47).
     *
     * @param shown whether in the browser where that is safe, else as a download
     */
    public String promise(StoredFile file, boolean shown) {
        file.checkOpen();
        return vouchers.issue(USE, (shown ? SHOWN : SAVED) + file.id(), LIFE);
    }

    /**
     * On the files' own host: the file that was promised there.
     *
     * @param pages the address of the pages, which may have it in them
     * @throws NotFound for what nobody promised, or too long ago
     */
    public void redeem(String voucher, String pages, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var word = vouchers.read(USE, voucher).orElseThrow(() -> new NotFound("attachments.not-found"));
        var file = attachments.find(List.of(UUID.fromString(word.substring(1)))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("attachments.not-found"));
        var delivery = answer(file, word.startsWith(SHOWN) && file.showsInline(), request);
        delivery.headers().put("Cross-Origin-Resource-Policy", "cross-origin");
        delivery.headers()
                .computeIfPresent(
                        "Content-Security-Policy",
                        (name, policy) -> policy.replace("frame-ancestors 'self'", "frame-ancestors " + pages));
        send(delivery, response);
    }

    /** For programs: always as a download. Also to {@code HEAD}, without the bytes, and to {@code Range}, with some of them. */
    public Delivery download(StoredFile file, HttpServletRequest request) throws IOException {
        return answer(file, false, request);
    }

    /**
     * The small picture of it, drawn by us and without anything but its points; for whoever may see the file, as long as the file may be had.
     *
     * @throws NotFound where there is none, or not yet
     */
    public void thumb(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        file.checkOpen();
        var thumb = pictures.thumb(file.sha256()).orElseThrow(() -> new NotFound("attachments.not-found"));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", thumb.mediaType());
        headers.put("Content-Disposition", "inline");
        headers.put("ETag", "\"small-" + file.sha256() + '"');
        headers.put("Cache-Control", CACHE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", SANDBOX);
        var tags = request.getHeader("If-None-Match");
        if (tags != null && tags.contains("\"small-" + file.sha256() + '"')) {
            headers.keySet().retainAll(List.of("ETag", "Cache-Control"));
            send(Delivery.without(HttpServletResponse.SC_NOT_MODIFIED, headers), response);
            return;
        }
        headers.put("Content-Length", Integer.toString(thumb.bytes().length));
        send(new Delivery(200, headers, new ByteArrayInputStream(thumb.bytes()), thumb.bytes().length), response);
    }

    private static void send(Delivery delivery, HttpServletResponse response) throws IOException {
        response.setStatus(delivery.status());
        delivery.headers().forEach(response::setHeader);
        delivery.writeTo(response.getOutputStream());
        response.flushBuffer();
    }

    private Delivery answer(StoredFile file, boolean inline, HttpServletRequest request) throws IOException {
        file.checkOpen();
        var headers = headers(file, inline);
        if (isKnown(file, request.getHeader("If-None-Match"))) {
            headers.keySet().retainAll(List.of("ETag", "Cache-Control"));
            return Delivery.without(HttpServletResponse.SC_NOT_MODIFIED, headers);
        }
        var range = asked(file, request);
        if (range.partial()) {
            headers.put("Content-Range", range.label(file.size()));
        }
        if (range.isEmpty()) {
            return Delivery.without(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, headers);
        }
        headers.put("Content-Length", Long.toString(range.length()));
        var status = range.partial() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK;
        return request.getMethod().equals("HEAD")
                ? Delivery.without(status, headers)
                : new Delivery(status, headers, attachments.open(file, range.from()), range.length());
    }

    /** The piece to go on with, if these are still the bytes that the reader has the beginning of. */
    private static ByteRange asked(StoredFile file, HttpServletRequest request) {
        var condition = request.getHeader("If-Range");
        var holds = condition == null || condition.strip().equals(tag(file));
        return ByteRange.of(holds ? request.getHeader("Range") : null, file.size());
    }

    private static Map<String, String> headers(StoredFile file, boolean inline) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", file.mediaType());
        headers.put("Content-Disposition", Disposition.of(file.name(), inline));
        headers.put("Content-Encoding", "identity"); // pieces and tags are of the bytes as they are
        headers.put("ETag", tag(file));
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", CACHE);
        headers.put("X-Content-Type-Options", "nosniff");
        var pdf = inline && !file.isImage();
        headers.put("Content-Security-Policy", pdf ? PDF : SANDBOX);
        if (pdf) {
            headers.put("X-Frame-Options", "SAMEORIGIN"); // the ticket shows it in itself
        }
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
