package org.guiche.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.accounts.Visit;
import org.jspecify.annotations.Nullable;

/** Says where a request comes from. What a browser claims to be is only ever shown, in words of our own, and decides nothing. */
final class Visits {

    private static final Map<String, String> BROWSERS = browsers();
    private static final Map<String, String> SYSTEMS = systems();

    private Visits() {}

    static Visit of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Visit(Caller.of(request), first(BROWSERS, agent), first(SYSTEMS, agent), Device.of(request));
    }

    static String browser(String agent) {
        return first(BROWSERS, agent);
    }

    static String system(String agent) {
        return first(SYSTEMS, agent);
    }

    private static String first(Map<String, String> names, @Nullable String agent) {
        return agent == null
                ? ""
                : names.entrySet().stream()
                        .filter(name -> agent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Most of them claim to be Chrome and Safari too: whoever claims more comes first. */
    private static Map<String, String> browsers() {
        var names = new LinkedHashMap<String, String>();
        names.put("Edg", "Edge");
        names.put("OPR/", "Opera");
        names.put("SamsungBrowser/", "Samsung Internet");
        names.put("Firefox/", "Firefox");
        names.put("FxiOS/", "Firefox");
        names.put("Chrome/", "Chrome");
        names.put("CriOS/", "Chrome");
        names.put("Safari/", "Safari");
        return names;
    }

    private static Map<String, String> systems() {
        var names = new LinkedHashMap<String, String>();
        names.put("iPhone", "iPhone");
        names.put("iPad", "iPad");
        names.put("Android", "Android");
        names.put("Windows", "Windows");
        names.put("Macintosh", "Mac");
        names.put("CrOS", "ChromeOS");
        names.put("Linux", "Linux");
        return names;
    }
}
