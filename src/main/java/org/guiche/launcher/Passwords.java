package org.guiche.launcher;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords nobody has to type: 256 bits, in letters that need no quoting. */
final class Passwords {

    private static final int BYTES = 32;

    private Passwords() {}

    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
