package org.guiche.attachments.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.ScanState;
import org.guiche.attachments.SentFile;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.rest.OnceOnly;
import org.jspecify.annotations.Nullable;

/** Files for tickets and messages to come: the caller's alone until one of these uses them. */
@Path("uploads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    @Inject
    Attachments attachments;

    @Inject
    CurrentUser user;

    @Inject
    OnceOnly once;

    /** A file that arrived. */
    public record UploadJson(UUID uploadId, String name, long size, String sha256, String type, ScanState scan) {}

    /** Takes one file of at most 10,485,760 bytes, as the multipart part {@code file}; more is 413. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body)
            throws IOException {
        var sent = SentFile.in(contentType, body);
        var file = attachments.store(user.get(), sent.name(), sent.bytes(), AllowedFiles.DEFAULT);
        var kept = new AtomicBoolean();
        try {
            return once.answer(file.name() + ' ' + file.sha256(), () -> {
                kept.set(true);
                return created(file);
            });
        } finally {
            if (!kept.get()) {
                attachments.discard(file.id(), user.get());
            }
        }
    }

    private static Response created(StoredFile file) {
        return Response.created(URI.create("attachments/" + file.id()))
                .entity(new UploadJson(
                        file.id(),
                        file.name(),
                        file.size(),
                        file.sha256(),
                        file.mediaType(),
                        file.scan().state()))
                .build();
    }
}
