package org.guiche.attachments;

import java.util.ArrayList;
import java.util.List;
import org.guiche.attachments.S3Objects.Body;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** One object out of several, put together inside the server: it is there whole or not at all. All but the last have 5 MiB at least. */
final class S3Assembly {

    private final S3Clients clients;
    private final String bucket;
    private final String prefix;
    private final String name;
    private final String id;
    private final List<CompletedPart> parts = new ArrayList<>();

    private S3Assembly(S3Clients clients, String bucket, String prefix, String name, String id) {
        this.clients = clients;
        this.bucket = bucket;
        this.prefix = prefix;
        this.name = name;
        this.id = id;
    }

    static S3Assembly begin(S3Clients clients, String bucket, String prefix, String name) {
        var begun = clients.prompt()
                .createMultipartUpload(
                        upload -> upload.bucket(bucket).key(prefix + name).contentType("application/octet-stream"));
        return new S3Assembly(clients, bucket, prefix, name, begun.uploadId());
    }

    /** Next comes what that object has. */
    void copy(String from) {
        var number = parts.size() + 1;
        var part = clients.prompt()
                .uploadPartCopy(copy -> copy.sourceBucket(bucket)
                        .sourceKey(prefix + from)
                        .destinationBucket(bucket)
                        .destinationKey(prefix + name)
                        .uploadId(id)
                        .partNumber(number));
        add(number, part.copyPartResult().eTag());
    }

    /** Next come these bytes. */
    void put(long length, Body body) {
        var number = parts.size() + 1;
        var part = clients.prompt()
                .uploadPart(
                        upload -> upload.bucket(bucket)
                                .key(prefix + name)
                                .uploadId(id)
                                .partNumber(number),
                        S3Objects.sent(body, length));
        add(number, part.eTag());
    }

    private void add(int number, String tag) {
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }

    void complete() {
        clients.patient()
                .completeMultipartUpload(upload ->
                        upload.bucket(bucket).key(prefix + name).uploadId(id).multipartUpload(all -> all.parts(parts)));
    }

    /** It becomes nothing. */
    void giveUp() {
        try {
            clients.prompt()
                    .abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(prefix + name).uploadId(id));
        } catch (SdkException e) {
            StoreFailure.log(e); // the sweeper comes by again
        }
    }
}
