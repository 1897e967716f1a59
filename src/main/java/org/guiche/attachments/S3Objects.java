package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket, by their names below the prefix. What the server refuses or does not answer is a {@link StoreFailure}. */
final class S3Objects {

    static final int MISSING = 404;

    private static final int NOTHING_FROM_THERE = 416;
    private static final String BYTES = "application/octet-stream";

    private final S3Clients clients;
    private final String bucket;
    private final String prefix;

    S3Objects(S3Settings settings) {
        this.clients = S3Clients.to(settings);
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
    }

    /** Some bytes that can be had again, for another try. */
    interface Body extends ContentStreamProvider {}

    void put(String name, long length, Body body) {
        asked(() -> clients.prompt()
                .putObject(to -> to.bucket(bucket).key(prefix + name).contentType(BYTES), sent(body, length)));
    }

    static RequestBody sent(Body body, long length) {
        return RequestBody.fromContentProvider(body, length, BYTES);
    }

    /** Inside the server. */
    void copy(String from, String to, long size) {
        asked(() -> clients.copying(size)
                .copyObject(copy -> copy.sourceBucket(bucket)
                        .sourceKey(prefix + from)
                        .destinationBucket(bucket)
                        .destinationKey(prefix + to)));
    }

    /** Begins an object that others are put together to. */
    S3Assembly assemble(String name) {
        return asked(() -> S3Assembly.begin(clients, bucket, prefix, name));
    }

    /** The bytes from that one on; goes on by itself where the line breaks. */
    InputStream open(String name, long from) throws IOException {
        return new S3Reading(this, name, from);
    }

    /** The same over one line, as long as it has that tag; null for whatever it has. */
    ResponseInputStream<GetObjectResponse> line(String name, long from, @Nullable String tag) throws IOException {
        try {
            return clients.prompt()
                    .getObject(get -> get.bucket(bucket)
                            .key(prefix + name)
                            .ifMatch(tag)
                            .range(from == 0 ? null : "bytes=" + from + "-"));
        } catch (S3Exception e) {
            if (e.statusCode() == MISSING) {
                throw new NoSuchFileException(name);
            }
            throw e.statusCode() == NOTHING_FROM_THERE ? new EndOfObject() : failure(e);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** Somebody asked for what is behind the last byte. */
    static final class EndOfObject extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** How many bytes an object has; empty where there is none. */
    OptionalLong size(String name) {
        try {
            return OptionalLong.of(clients.prompt()
                    .headObject(head -> head.bucket(bucket).key(prefix + name))
                    .contentLength());
        } catch (S3Exception e) {
            if (e.statusCode() == MISSING) {
                return OptionalLong.empty();
            }
            throw failure(e);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    void remove(String name) {
        asked(() ->
                clients.prompt().deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
    }

    /** All whose names begin like this, a page at a time. */
    void each(String beginning, Consumer<List<S3Object>> page) {
        asked(() -> {
            clients.prompt()
                    .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + beginning))
                    .forEach(answer -> page.accept(answer.contents()));
            return this;
        });
    }

    /** The name of ours that such an object has. */
    String name(S3Object object) {
        return object.key().substring(prefix.length());
    }

    /** Gives up what was being put together since before then and never became an object. */
    void giveUpAssemblies(String beginning, Instant before) {
        asked(() -> {
            clients
                    .prompt()
                    .listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(prefix + beginning))
                    .uploads()
                    .stream()
                    .filter(upload ->
                            upload.initiated() != null && upload.initiated().isBefore(before))
                    .forEach(this::giveUp);
            return this;
        });
    }

    private void giveUp(MultipartUpload upload) {
        clients.prompt()
                .abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
    }

    /** The server's own time. */
    Instant now() {
        return asked(() -> clients.prompt().headBucket(head -> head.bucket(bucket)))
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElseGet(() -> Clock.systemUTC().instant());
    }

    /** Asks for as little as possible; fails where the bucket cannot be used. */
    void check() {
        asked(() -> clients.prompt()
                .listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(1)));
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** In words for the operator: the server's own code of it where it has one. */
    static StoreFailure failure(SdkException e) {
        var code = e instanceof S3Exception said && said.awsErrorDetails() != null
                ? said.awsErrorDetails().errorCode() + " (" + said.statusCode() + ")"
                : e.getMessage();
        return new StoreFailure(new IOException("the S3 server says " + code, e));
    }

    void close() {
        clients.close();
    }
}
