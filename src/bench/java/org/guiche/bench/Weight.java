package org.guiche.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of a page come over the wire, compressed, as a real browser asks for them. */
final class Weight {

    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser");
    private static final String HOME = "http://localhost:" + Installation.PORT;

    private Weight() {}

    /** Kilobytes (of 1,000 bytes) of a first view with nothing cached, and of a later one. */
    record Kilobytes(double first, double later) {}

    /** Opens the page twice in a fresh browser that carries the visitor's cookies. */
    static Kilobytes of(String path, Map<String, String> cookies) {
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = launch(playwright);
                var context = browser.newContext()) {
            cookies.forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(HOME))));
            var page = context.newPage();
            var bytes = new AtomicLong();
            var devTools = context.newCDPSession(page);
            devTools.send("Network.enable");
            devTools.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
            var first = view(page, path, bytes);
            return new Kilobytes(first, view(page, path, bytes));
        }
    }

    private static long length(JsonObject event) {
        return (long) event.get("encodedDataLength").getAsDouble();
    }

    private static double view(Page page, String path, AtomicLong bytes) {
        bytes.set(0);
        page.navigate(HOME + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        page.waitForTimeout(500); // pages with a push channel are never idle
        return bytes.get() / 1e3;
    }

    private static Browser launch(Playwright playwright) {
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        var named = System.getenv("GUICHE_CHROMIUM");
        var browser = named == null
                ? BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                : java.util.Optional.of(Path.of(named));
        browser.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}
