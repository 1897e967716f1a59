package org.guiche.accounts;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;

/** An account at a provider by which a person signs in. */
public record LinkedIdentity(String issuer, String subject, Instant linkedAt, Instant seenAt) {

    private static final int KEY = 32;

    /** By which a page names it: a subject may be a CPF. */
    public String key() {
        return HexFormat.of().formatHex(Secrets.hash(issuer + "\n" + subject)).substring(0, KEY);
    }

    /** What to call the provider: its host. */
    public String provider() {
        var host = URI.create(issuer).getHost();
        return host == null ? issuer : host;
    }
}
