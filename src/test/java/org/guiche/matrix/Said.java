package org.guiche.matrix;

import java.net.http.HttpResponse;

/** What an answer says, without what is another one each time: the value that was sent, moments, numbers and ids. */
final class Said {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
    private static final String SECRET = "nonce=\"[^\"]*\"|csp\\.init\\('[^']*'\\)|value=\"[^\"]{60,}\"";
    private static final String MOMENT = "<time[^>]*>[^<]*</time>";
    private static final int AROUND = 100;

    private Said() {}

    static String of(HttpResponse<String> answer, String value) {
        var to = answer.headers().firstValue("Location").orElse("");
        var all = answer.statusCode() + " " + to + " " + answer.body();
        return (value.contains("@") ? all.replace(value, "#") : all)
                .replaceAll(ID, "#")
                .replaceAll(SECRET, "")
                .replaceAll(MOMENT, "")
                .replaceAll("\\d+", "0");
    }

    /** Where two of them part. */
    static String difference(String one, String other) {
        var at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return part(one, at) + " against " + part(other, at);
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND))
                .replaceAll("\\s+", " ");
    }
}
