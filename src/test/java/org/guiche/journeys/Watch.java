package org.guiche.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes wrong behind a page that looks right: errors of scripts, refusals of the content security policy, failed answers,
 * and pages or partial answers that broke off in the middle (Faces then still says 200).
 */
final class Watch {

    private final List<String> failures = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();
    private final Set<Request> ended = new HashSet<>();
    private final Set<Integer> expected = new HashSet<>();

    private Watch() {}

    static Watch over(Page page) {
        var watch = new Watch();
        page.onConsoleMessage(watch::hear);
        page.onPageError(error -> watch.failures.add("script: " + error));
        page.onResponse(watch.answers::add);
        page.onRequestFinished(watch.ended::add);
        return watch;
    }

    void expect(int status) {
        expected.add(status);
    }

    void assertNothingFailed() {
        List.copyOf(answers).forEach(this::judge);
        answers.clear();
        ended.clear();
        assertThat(failures).as("what failed on the way to this step").isEmpty();
    }

    private void hear(ConsoleMessage message) {
        var aboutStatus = message.text().startsWith("Failed to load resource"); // judged by its status
        if (message.type().equals("error") && !aboutStatus) {
            failures.add("console: " + message.text());
        }
    }

    private void judge(Response answer) {
        if (answer.status() >= 400 && !expected.contains(answer.status())) {
            failures.add(answer.status() + " " + answer.url());
        } else if (answer.status() == 200 && ended.contains(answer.request())) { // others are waited for without end
            judgeEnd(answer);
        }
    }

    private void judgeEnd(Response answer) {
        var type = answer.headers().getOrDefault("content-type", "");
        if (type.startsWith("text/html") && !isPage(body(answer))) {
            failures.add("broke off: " + answer.url());
        }
        if (type.startsWith("text/xml") && !isPartial(body(answer))) {
            failures.add("broke off: ajax on " + answer.frame().url());
        }
    }

    private static boolean isPage(String body) {
        return body.isEmpty() || body.endsWith("</html>");
    }

    private static boolean isPartial(String body) {
        return body.isEmpty() || (body.endsWith("</partial-response>") && !body.contains("<error>"));
    }

    private static String body(Response answer) {
        try {
            return answer.text().strip();
        } catch (PlaywrightException gone) { // the browser forgets the bodies of pages it has left
            return "";
        }
    }
}
