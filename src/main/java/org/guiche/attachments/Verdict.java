package org.guiche.attachments;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a scanner: nothing found, something found, or no answer.
 *
 * @param infection what was found
 * @param failure why there is no answer
 */
record Verdict(@Nullable String infection, @Nullable ScanFailure failure) {

    static final Verdict CLEAN = new Verdict(null, null);

    private static final int LONGEST = 200;
    private static final Pattern FOUND = Pattern.compile("stream: (\\S.*) FOUND");

    /** What scanners find where they have not looked at everything. */
    private static final String LIMITS = "Heuristics.Limits.Exceeded";

    static Verdict failed(ScanFailure failure) {
        return new Verdict(null, failure);
    }

    /** What clamd means by that line. */
    static Verdict of(String line) {
        if (line.equals("stream: OK")) {
            return CLEAN;
        }
        var found = FOUND.matcher(line);
        if (found.matches()) {
            var name = found.group(1);
            return name.startsWith(LIMITS) ? failed(ScanFailure.TOO_LARGE) : new Verdict(plain(name), null);
        }
        return failed(line.startsWith("INSTREAM size limit exceeded") ? ScanFailure.TOO_LARGE : ScanFailure.REFUSED);
    }

    private static String plain(String name) {
        var clean = name.replaceAll("[^\\x21-\\x7e]", "");
        return clean.isEmpty() ? "?" : clean.substring(0, Math.min(LONGEST, clean.length()));
    }
}
