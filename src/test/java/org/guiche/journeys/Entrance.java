package org.guiche.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.support.Site;

/**
 * Lets people in whose journey does not tell of signing in: by the requests of the sign-in page, which nobody looks at. A
 * password is dear to check; so the session of whoever leaves is kept for their next visit, and given to one at a time.
 */
final class Entrance {

    private static final String SIGN_IN = "/accounts/signin";
    private static final String SESSION = "guiche";

    private static final Map<String, Deque<List<Cookie>>> LEFT = new HashMap<>();

    private Entrance() {}

    /** Signs that demo person in, whatever ended their last session; gives the session. */
    static List<Cookie> enter(BrowserContext window, String home, String email) {
        var left = LEFT.getOrDefault(email, new ArrayDeque<>()).poll();
        if (left != null) {
            window.addCookies(left);
        }
        var door = window.request().get(home + SIGN_IN, RequestOptions.create().setMaxRedirects(0));
        if (door.status() != 302) { // is not in already
            var form = FormData.create();
            Site.hidden(door.text()).forEach(form::append);
            form.append("signin:login", email)
                    .append("signin:password", Visitor.PASSWORD)
                    .append("signin:submit", "");
            var answer = window.request()
                    .post(home + SIGN_IN, RequestOptions.create().setForm(form).setMaxRedirects(0));
            assertThat(answer.status()).as("the answer to %s", email).isEqualTo(302);
        }
        return session(window);
    }

    /** Keeps the session of somebody who goes, unless another was begun in that window. */
    static void leave(BrowserContext window, String email, List<Cookie> begun) {
        var session = session(window);
        if (session.size() == 1 && session.get(0).value.equals(begun.get(0).value)) {
            LEFT.computeIfAbsent(email, person -> new ArrayDeque<>()).add(session);
        }
    }

    private static List<Cookie> session(BrowserContext window) {
        return window.cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .toList();
    }
}
