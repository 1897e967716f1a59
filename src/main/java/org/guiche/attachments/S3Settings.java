package org.guiche.attachments;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an S3 store is and who we are there, as {@code s3://bucket?endpoint=…&region=…&prefix=…} and two settings beside it say.
 *
 * @param endpoint of a server that is not Amazon's; null for Amazon's
 * @param prefix before the names of all our objects; empty, or ends with a slash
 * @param key null for whatever the AWS SDK finds by itself: its environment variables, its files, the role of the machine
 */
record S3Settings(
        String bucket,
        @Nullable URI endpoint,
        String region,
        String prefix,
        @Nullable String key,
        @Nullable String secret) {

    static final String KEY = "guiche.attachments.s3.key";
    static final String SECRET = "guiche.attachments.s3.secret";

    private static final String SCHEME = "s3:";
    private static final String USUAL_REGION = "us-east-1";

    static boolean isMeant(String store) {
        return store.startsWith(SCHEME);
    }

    /** Reads an address. Refuses one without a bucket, and a key without its secret. */
    static S3Settings of(String store, @Nullable String key, @Nullable String secret) {
        var address = URI.create(store);
        var bucket = address.getRawAuthority();
        if (!isMeant(store) || bucket == null || (key == null) != (secret == null)) {
            throw new IllegalArgumentException(
                    "an S3 store is s3://bucket?endpoint=…&region=…, with key and secret or neither");
        }
        var more = parameters(address.getRawQuery());
        var endpoint = more.get("endpoint");
        var prefix = more.getOrDefault("prefix", "");
        return new S3Settings(
                bucket,
                endpoint == null ? null : URI.create(endpoint),
                more.getOrDefault("region", USUAL_REGION),
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                key,
                secret);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var found = new HashMap<String, String>();
        for (var part : query == null ? new String[0] : query.split("&", -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return SCHEME + "//" + bucket + "/" + prefix + (endpoint == null ? "" : " at " + endpoint);
    }
}
