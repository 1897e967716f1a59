package org.guiche.shared.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A resource's version as an entity tag, and what a caller says to have seen (RFC 9110, 13.1.1). */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** No resource ever has it. */
    private static final int NEVER = -1;

    private Versions() {}

    /** {@code "7"}. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change is bound to by its {@code If-Match}; null where it is bound to none. A tag that is weak or not one
     * of ours is of no version, so that the change is refused as stale; what is not one tag is refused as unreadable.
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(400, "shared.if-match").refusal();
        }
        var ours = tag.group(1) == null && NUMBER.matcher(tag.group(2)).matches();
        return ours ? Integer.parseInt(tag.group(2)) : NEVER;
    }
}
