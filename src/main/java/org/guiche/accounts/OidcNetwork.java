package org.guiche.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * How near an address is. What a provider names as its own lies no nearer to us than the provider that the operator named, and is
 * reached by TLS; only on this machine, for trying, without (SECURITY 34).
 */
enum OidcNetwork {
    PUBLIC,
    PRIVATE,
    LOOPBACK,
    NONE;

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Refuses an address that the provider of that issuer has no business with. */
    static void require(URI address, URI issuer) {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || !isSafe(address, issuer)) {
            throw new OidcRefused(OidcRefusal.AWAY, "an address of the provider is neither https nor on this machine");
        }
        var far = of(issuer.getHost());
        var near = of(host);
        if (near == NONE || near.compareTo(far) > 0) {
            throw new OidcRefused(
                    OidcRefusal.AWAY, "an address of the provider lies in a network nearer than its issuer's");
        }
    }

    private static boolean isSafe(URI address, URI issuer) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && LOOPBACK_NAMES.contains(address.getHost())
                        && LOOPBACK_NAMES.contains(issuer.getHost()));
    }

    /** The nearest of the addresses that a name has. */
    static OidcNetwork of(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(OidcNetwork::of)
                    .reduce(PUBLIC, (one, other) -> one.compareTo(other) > 0 ? one : other);
        } catch (UnknownHostException e) {
            throw new OidcRefused(OidcRefusal.AWAY, e);
        }
    }

    private static OidcNetwork of(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return NONE;
        }
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        return address.isSiteLocalAddress() || isOwn(address) ? PRIVATE : PUBLIC;
    }

    /** {@code fc00::/7} and a carrier's {@code 100.64.0.0/10}. */
    private static boolean isOwn(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? (bytes[0] & 0xfe) == 0xfc : bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
