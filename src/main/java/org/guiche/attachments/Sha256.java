package org.guiche.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that contents go by. */
final class Sha256 {

    private Sha256() {}

    /** A hash of nothing so far. */
    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same hash as far as it is, to go on with apart from it. */
    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }
}
