package org.guiche.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a request came from, as tries at signing in are counted: an IPv4 address, or the /64 of an IPv6 one. */
public record ClientAddress(String network) {

    private static final int PREFIX_GROUPS = 4;

    /** Of the connection's own address; what a client says in headers is not believed. */
    public static ClientAddress of(String remoteAddress) {
        try {
            var address = InetAddress.getByName(remoteAddress);
            return new ClientAddress(address instanceof Inet6Address ? prefix(address) : address.getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientAddress("unknown");
        }
    }

    private static String prefix(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return IntStream.range(0, PREFIX_GROUPS)
                .mapToObj(group -> Integer.toHexString(Short.toUnsignedInt(bytes.getShort())))
                .collect(Collectors.joining(":", "", "::/64"));
    }

    /** What people are shown of it: {@code 192.0.2.*} or {@code 2001:db8:0:*}, enough to know one's own network by. */
    public String masked() {
        return network.endsWith("/64")
                ? network.replaceFirst(":[0-9a-f]+::/64$", ":*")
                : network.replaceFirst("\\d+$", "*");
    }
}
