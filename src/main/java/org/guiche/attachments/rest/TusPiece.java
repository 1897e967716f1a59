package org.guiche.attachments.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** What a request says that brings a piece. */
public final class TusPiece {

    @HeaderParam("Tus-Resumable")
    @Nullable
    String version;

    @HeaderParam("Upload-Offset")
    @Nullable
    String offset;

    @HeaderParam("Upload-Checksum")
    @Nullable
    String checksum;

    @HeaderParam("Content-Type")
    @Nullable
    String type;

    @HeaderParam("Content-Length")
    @Nullable
    String length;

    /** The same of a request that JAX-RS does not read. */
    public static TusPiece of(HttpServletRequest request) {
        var said = new TusPiece();
        said.version = request.getHeader("Tus-Resumable");
        said.offset = request.getHeader("Upload-Offset");
        said.checksum = request.getHeader("Upload-Checksum");
        said.type = request.getHeader("Content-Type");
        said.length = request.getHeader("Content-Length");
        return said;
    }
}
