package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.guiche.shared.NotFound;

/**
 * What is in a text, a table or an archive, as letters for a page to show: bounded, read here, and never as what it might be taken for. Who may see the
 * file is the caller's business.
 */
@ApplicationScoped
public class FileViews {

    private static final String SANDBOX = "sandbox; default-src 'none'";

    @Inject
    Attachments attachments;

    /**
     * Answers with JSON: {@code text}, or {@code rows}, or {@code entries} of names and sizes in bytes; {@code cut} says that there is more.
     *
     * @throws NotFound where the file is shown in another way or not at all
     */
    public void show(StoredFile file, HttpServletResponse response) throws IOException {
        file.checkOpen();
        var bytes = view(file).toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private JsonObject view(StoredFile file) throws IOException {
        return switch (Look.of(file.mediaType())) {
            case TEXT -> text(file).asText();
            case TABLE -> {
                var text = text(file);
                yield TableView.of(text).orElseGet(text::asText);
            }
            case ARCHIVE -> ZipView.of(file.size(), from -> attachments.open(file, from));
            default -> throw new NotFound("attachments.not-found");
        };
    }

    private TextView text(StoredFile file) throws IOException {
        try (var bytes = attachments.open(file, 0)) {
            return TextView.of(bytes.readNBytes(TextView.MOST_BYTES), file.size());
        }
    }
}
