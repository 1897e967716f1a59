package org.guiche.attachments.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** What a request says that begins an upload. */
public final class TusCreation {

    @HeaderParam("Tus-Resumable")
    @Nullable
    String version;

    @HeaderParam("Upload-Length")
    @Nullable
    String length;

    @HeaderParam("Upload-Metadata")
    @Nullable
    String metadata;

    /** The same of a request that JAX-RS does not read. */
    public static TusCreation of(HttpServletRequest request) {
        var said = new TusCreation();
        said.version = request.getHeader("Tus-Resumable");
        said.length = request.getHeader("Upload-Length");
        said.metadata = request.getHeader("Upload-Metadata");
        return said;
    }
}
