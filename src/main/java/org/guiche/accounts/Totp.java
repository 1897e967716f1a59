package org.guiche.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the time (RFC 6238): HMAC-SHA-1, six digits, thirty seconds. A clock may be a step ahead or behind. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int TOLERATED = 1;
    private static final int DIGITS = 1_000_000;
    private static final int LAST = 0x0f;

    private Totp() {}

    /** The number of the thirty seconds around that moment. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of that step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var cut = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & LAST) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", cut % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** The step whose code that is, the latest of those that count at that moment; none of them is left out because another fits. */
    static OptionalLong stepOf(byte[] secret, String code, Instant at) {
        var now = step(at);
        return LongStream.rangeClosed(now - TOLERATED, now + TOLERATED)
                .filter(step -> same(code(secret, step), code))
                .max();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
