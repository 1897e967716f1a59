package org.guiche.shared.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a body was, as its SHA-256: the same key with another body is another request. */
public record Fingerprint(String sha256) {

    private static final String ATTRIBUTE = Fingerprint.class.getName();
    private static final Fingerprint NOTHING = of(new byte[0]);

    static Fingerprint of(byte[] body) {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The body of this request is of this content. */
    void keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, sha256);
    }

    /** Of the body that was read in this request; of nothing where it has none. */
    static Fingerprint of(HttpServletRequest request) {
        var kept = (String) request.getAttribute(ATTRIBUTE);
        return kept == null ? NOTHING : new Fingerprint(kept);
    }
}
