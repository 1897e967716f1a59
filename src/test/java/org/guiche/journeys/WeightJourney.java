package org.guiche.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages cost on a slow line, and what they tell the browser about themselves. */
class WeightJourney extends Journey {

    private static final int FIRST_VIEW = 400_000;
    private static final int LATER_VIEWS = 60_000;

    @Test
    void theFirstViewIsLightAndLaterOnesAreLighter() {
        var page = visitor().page();
        var bytes = new AtomicLong();
        page.onRequestFinished(request -> bytes.addAndGet(weight(request)));
        view(page, "/probe/form");
        assertThat(bytes.getAndSet(0)).as("bytes of the first view").isBetween(50_000L, (long) FIRST_VIEW);
        view(page, "/probe/form");
        assertThat(bytes.getAndSet(0)).as("bytes of a later view").isBetween(1_000L, (long) LATER_VIEWS);
    }

    @Test
    void scriptsRunByNonceOnlyAndNothingIsKeptOrFramed() {
        var answer = visitor().page().navigate(home + "probe/form");
        assertThat(answer.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "no-store")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.headerValue("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .containsPattern("script-src 'strict-dynamic' 'nonce-[^']{20,}'")
                .doesNotContain("unsafe-eval", "script-src 'self'");
        var page = answer.text();
        assertThat(Stream.of("jsessionid", " onclick=", " onchange=").filter(page::contains))
                .isEmpty();
    }

    private void view(Page page, String path) {
        page.navigate(home + path.substring(1), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
    }

    private static long weight(Request request) {
        var sizes = request.sizes();
        return (long) sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
