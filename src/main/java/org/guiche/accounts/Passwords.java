package org.guiche.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.guiche.shared.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * Password hashes: Argon2id, 9 MiB, thirteen passes (OWASP asks for four at least), written in the PHC string form so that each
 * carries its own figures. Few run at once, one processor fewer than there are, so that many sign-ins at the same time take neither the
 * heap nor the pages of those who are in; two hundred may wait for their turn, and whoever comes then is told so.
 */
@ApplicationScoped
class Passwords {

    private static final int MEMORY_KIB = 9 * 1024;
    private static final int PASSES = 13;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LONGEST = 1024;
    private static final int AT_MOST_AT_ONCE = 4;
    private static final int WAITING = 200;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places;
    private final Semaphore line;
    private final String nobodys;

    Passwords() {
        this(Math.min(AT_MOST_AT_ONCE, Math.max(1, Runtime.getRuntime().availableProcessors() - 1)), WAITING);
    }

    Passwords(int atOnce, int waiting) {
        places = new Semaphore(atOnce, true);
        line = new Semaphore(atOnce + waiting);
        nobodys = hash("a senha de ninguém");
    }

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Whether it is the password; a missing hash takes the same time and is never right. */
    boolean matches(String password, @Nullable String stored) {
        var match = PHC.matcher(stored == null ? nobodys : stored);
        if (password.length() > LONGEST || !match.matches()) {
            return false;
        }
        var expected = Base64.getDecoder().decode(match.group(5));
        var actual = derive(
                password,
                Base64.getDecoder().decode(match.group(4)),
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual) && stored != null;
    }

    /** Whether the hash was made with other figures than today's. */
    boolean isWeak(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES));
    }

    /** The memory is taken as soon as the generator is told how much: not before it is this one's turn. */
    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var figures = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        if (!line.tryAcquire()) {
            throw new Unavailable("accounts.signin.busy");
        }
        try {
            return inTurn(password, figures, new byte[length]);
        } finally {
            line.release();
        }
    }

    private byte[] inTurn(String password, Argon2Parameters figures, byte[] hash) {
        places.acquireUninterruptibly();
        try {
            var argon = new Argon2BytesGenerator();
            argon.init(figures);
            argon.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }
}
