package org.guiche.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The one file of a multipart request (RFC 7578), read as it comes: nothing of it is kept in memory or in a file of its own. */
public final class SentFile {

    /** The name of the part. */
    public static final String PART = "file";

    private static final int LONGEST_HEADERS = 8 * 1024;

    private final FileItemIterator parts;
    private final FileItemStream part;

    private SentFile(FileItemIterator parts, FileItemStream part) {
        this.parts = parts;
        this.part = part;
    }

    /**
     * Reads up to where the file begins. Refuses a request that is no form with a part {@code file}.
     *
     * @param contentType of the request, with the boundary
     */
    public static SentFile in(@Nullable String contentType, InputStream body) throws IOException {
        try {
            var upload = new FileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            upload.setPartHeaderSizeMax(LONGEST_HEADERS);
            var parts = upload.getItemIterator(new Request(String.valueOf(contentType), body));
            var part = next(parts);
            if (part == null) {
                throw RuleViolation.of(PART, "attachments.part.missing");
            }
            return new SentFile(parts, part);
        } catch (FileUploadException e) {
            throw malformed(e);
        }
    }

    private static @Nullable FileItemStream next(FileItemIterator parts) throws FileUploadException, IOException {
        while (parts.hasNext()) {
            var part = parts.next();
            if (PART.equals(part.getFieldName()) && !part.isFormField()) {
                return part;
            }
        }
        return null;
    }

    private static RuleViolation malformed(FileUploadException cause) {
        var refusal = RuleViolation.of(PART, "attachments.request.malformed");
        refusal.initCause(cause);
        return refusal;
    }

    /** The name it was sent under, as it came: not yet cleaned. */
    public String name() {
        try {
            return String.valueOf(part.getName());
        } catch (InvalidFileNameException e) {
            return e.getName();
        }
    }

    /** Its bytes, once. They end well only if the request did, and held no second file. */
    public InputStream bytes() throws IOException {
        return new FilterInputStream(part.openStream()) {

            private boolean ended;

            @Override
            public int read() throws IOException {
                return ended ? -1 : checked(super.read());
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return ended ? -1 : checked(super.read(buffer, offset, length));
            }

            private int checked(int read) throws IOException {
                ended = read < 0;
                if (ended) {
                    checkEnd();
                }
                return read;
            }
        };
    }

    private void checkEnd() throws IOException {
        try {
            if (next(parts) != null) {
                throw RuleViolation.of(PART, "attachments.part.second");
            }
        } catch (FileUploadException e) {
            throw malformed(e);
        }
    }

    private record Request(String contentType, InputStream body) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // nobody calls it but the library
        public int getContentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
