package org.guiche.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's telephone: it knows the secret as the page shows it, and the time as telephones do. */
public final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    /** With a secret as it is typed. */
    public static Authenticator with(String typed) {
        var out = new ByteArrayOutputStream();
        var waiting = 0;
        var bits = 0;
        for (var sign : typed.replaceAll("\\s", "").toCharArray()) {
            waiting = ((waiting << 5) | ALPHABET.indexOf(sign)) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(waiting >> bits);
            }
        }
        return new Authenticator(out.toByteArray());
    }

    /** What it shows now. */
    public String code() {
        return code(0);
    }

    /** What it shows that many times thirty seconds later. */
    public String code(int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var step = Instant.now().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var cut = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", cut % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Six figures that it does not show these minutes. */
    public String wrong() {
        var number = Integer.parseInt(code());
        var wrong = String.format(Locale.ROOT, "%06d", (number + 1) % 1_000_000);
        return wrong.equals(code(1)) || wrong.equals(code(-1)) || wrong.equals(code()) ? code(500) : wrong;
    }
}
