package org.guiche.attachments.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.guiche.accounts.Person;
import org.guiche.attachments.Checksum;
import org.guiche.attachments.Chunk;
import org.guiche.attachments.LargeUploads;
import org.guiche.attachments.NewUpload;
import org.guiche.attachments.Receipt;
import org.guiche.attachments.Upload;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * The protocol tus 1.0.0 with creation, termination, checksum and expiration, the same for pages and programs. It turns headers into
 * calls of {@link LargeUploads} and what these say into headers; what that refuses is thrown, for the edge to put in words.
 */
@ApplicationScoped
public class Tus {

    /** The header of the version, which is in every answer. */
    public static final String RESUMABLE = "Tus-Resumable";

    /** The version that is spoken. */
    public static final String VERSION = "1.0.0";

    private static final String BYTES = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final int BUSY_SECONDS = 2;

    @Inject
    LargeUploads uploads;

    /** What there is to ask for. */
    public TusAnswer offer() {
        return TusAnswer.of(204)
                .with("Tus-Version", VERSION)
                .with("Tus-Extension", "creation,termination,checksum,expiration")
                .with("Tus-Checksum-Algorithm", Checksum.algorithms())
                .with("Tus-Max-Size", uploads.limit());
    }

    /** Begins an upload; its place is told as {@code Location}, below that address. */
    public TusAnswer begin(Person person, TusCreation said, String address) {
        return speaking(said.version, () -> {
            var length = number(said.length);
            var metadata = Metadata.read(said.metadata);
            if (length.isEmpty()) {
                return malformed("Upload-Length");
            }
            if (!metadata.containsKey(Metadata.NAME)) {
                return malformed("Upload-Metadata");
            }
            var place = metadata.getOrDefault(Metadata.PLACE, "");
            var upload = uploads.begin(
                    person, new NewUpload(metadata.getOrDefault(Metadata.NAME, ""), length.getAsLong(), place));
            return state(TusAnswer.of(201), upload)
                    .with("Location", address.replaceFirst("/$", "") + "/" + upload.id());
        });
    }

    /** Tells how far an upload is. */
    public TusAnswer tell(Person person, String id, @Nullable String version) {
        return speaking(version, () -> {
            var upload = uploads.find(id(id), person);
            return state(TusAnswer.of(200), upload)
                    .with("Upload-Length", upload.size())
                    .with("Upload-Metadata", Metadata.write(upload.name(), upload.place()))
                    .with("Cache-Control", "no-store");
        });
    }

    /** Takes a piece. */
    public TusAnswer take(Person person, String id, TusPiece said, InputStream body) {
        return speaking(said.version, () -> {
            var offset = number(said.offset);
            var checksum =
                    said.checksum == null ? null : Checksum.of(said.checksum).orElse(null);
            if (said.type == null || !said.type.replaceFirst(";.*", "").strip().equalsIgnoreCase(BYTES)) {
                return TusAnswer.refused(415, "attachments.tus.type");
            }
            if (offset.isEmpty()) {
                return malformed(OFFSET);
            }
            if (said.checksum != null && checksum == null) {
                return malformed("Upload-Checksum");
            }
            var chunk = new Chunk(offset.getAsLong(), number(said.length).orElse(-1), checksum);
            return answer(uploads.receive(id(id), person, chunk, body));
        });
    }

    private static TusAnswer answer(Receipt receipt) {
        var upload = receipt.upload();
        return switch (receipt.outcome()) {
            case TAKEN -> state(TusAnswer.of(204), upload);
            case MISPLACED ->
                state(TusAnswer.refused(409, "attachments.upload.misplaced", Long.toString(upload.received())), upload);
            case BUSY -> TusAnswer.refused(423, "attachments.upload.busy").with("Retry-After", BUSY_SECONDS);
            case DAMAGED -> TusAnswer.refused(460, "attachments.upload.damaged");
        };
    }

    /** Gives an upload up. */
    public TusAnswer end(Person person, String id, @Nullable String version) {
        return speaking(version, () -> {
            uploads.discard(id(id), person);
            return TusAnswer.of(204);
        });
    }

    private static TusAnswer speaking(@Nullable String version, Supplier<TusAnswer> work) {
        return VERSION.equals(version)
                ? work.get()
                : TusAnswer.refused(412, "attachments.tus.version").with("Tus-Version", VERSION);
    }

    private static TusAnswer malformed(String header) {
        return TusAnswer.refused(400, "attachments.tus.malformed", header);
    }

    private static TusAnswer state(TusAnswer answer, Upload upload) {
        var at = DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC));
        var told = answer.with(OFFSET, upload.received());
        return upload.isComplete() ? told : told.with("Upload-Expires", at.replace("Z", "GMT"));
    }

    private static OptionalLong number(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(header.strip()))
                : OptionalLong.empty();
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("attachments.not-found");
        }
    }
}
