package org.guiche.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request came from, as tries at signing in are counted: an IPv4 address, or the /64 of an IPv6 one. */
public record ClientAddress(String network) {

    private static final int PREFIX_BYTES = 8;

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
        return Arrays.toString(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64";
    }
}
