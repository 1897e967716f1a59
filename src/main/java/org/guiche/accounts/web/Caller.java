package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guiche.accounts.ClientAddress;

/**
 * Where a request comes from: the other end of the connection, or, where that is a proxy of ours, whom it speaks for. What
 * anybody else claims in a header counts for nothing (ASVS 4.1.3, SECURITY 39).
 */
public final class Caller {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}"); // no name that would be looked up

    private Caller() {}

    /** As tries at signing in are counted. */
    public static ClientAddress of(HttpServletRequest request) {
        var forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        return ClientAddress.of(nearest(request.getRemoteAddr(), forwarded, proxies()));
    }

    private static Set<String> proxies() {
        return Set.copyOf(ConfigProvider.getConfig()
                .getOptionalValues("guiche.http.proxies", String.class)
                .orElse(List.of()));
    }

    /** Each proxy adds whom it was asked by at the end: from there back to the first that is none of ours. */
    static String nearest(String remote, List<String> forwarded, Set<String> proxies) {
        var hops = forwarded.stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .toList();
        var address = remote;
        for (var hop = hops.size() - 1; hop >= 0 && proxies.contains(address); hop--) {
            if (!ADDRESS.matcher(hops.get(hop)).matches()) {
                return address;
            }
            address = hops.get(hop);
        }
        return address;
    }
}
