package org.guiche.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a piece has to hash to. SHA-1 is for what the line does, not for what people do: the whole file goes by its SHA-256. */
public final class Checksum {

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final String algorithm;
    private final byte[] expected;

    private Checksum(String algorithm, byte[] expected) {
        this.algorithm = algorithm;
        this.expected = expected;
    }

    /** The algorithms there are, as tus writes them. */
    public static String algorithms() {
        return "sha1,sha256";
    }

    /** As {@code sha256 LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=}; empty where that is none, or by another algorithm. */
    public static Optional<Checksum> of(String header) {
        var words = header.strip().split(" +", 2);
        var algorithm = ALGORITHMS.get(words[0]);
        try {
            return algorithm == null || words.length < 2
                    ? Optional.empty()
                    : Optional.of(new Checksum(algorithm, Base64.getDecoder().decode(words[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    MessageDigest begun() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    boolean isOf(MessageDigest digest) {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
