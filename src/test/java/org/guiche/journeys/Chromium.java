package org.guiche.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one browser of all journeys. It is the machine's own Chromium or Chrome; without one, Debian's package where we may
 * install it; else the one Playwright brings.
 */
public final class Chromium {

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private static final List<String> PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static Browser browser;

    private Chromium() {}

    public static synchronized Browser get() {
        if (browser == null) {
            browser = launch(installed().or(Chromium::fromDebian).orElseGet(Chromium::fromPlaywright));
        }
        return browser;
    }

    private static Browser launch(Path executable) {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        var options = new BrowserType.LaunchOptions().setArgs(QUIET);
        if (!executable.equals(Path.of(""))) {
            options.setExecutablePath(executable);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(options);
    }

    private static Optional<Path> installed() {
        var wished = System.getenv("GUICHE_CHROMIUM");
        if (wished != null && !wished.isBlank()) {
            return Optional.of(Path.of(wished));
        }
        return Stream.concat(PLACES.stream(), Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)))
                .map(Path::of)
                .flatMap(place -> Stream.concat(Stream.of(place), NAMES.stream().map(place::resolve)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> fromDebian() {
        var mayInstall = Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && "root".equals(System.getProperty("user.name"))
                && run(new ProcessBuilder("apt-get", "update", "-qq"))
                && run(new ProcessBuilder("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"));
        return mayInstall ? installed() : Optional.empty();
    }

    /** The empty path: Playwright then starts the browser it has just downloaded. */
    private static Path fromPlaywright() {
        var install = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        install.command().addAll(List.of("install", "--with-deps", "chromium"));
        var plain = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        plain.command().addAll(List.of("install", "chromium"));
        if (!run(install) && !run(plain)) {
            throw new IllegalStateException("No browser for the journeys: install Chromium or Chrome, "
                    + "or name one in the environment variable GUICHE_CHROMIUM");
        }
        return Path.of("");
    }

    private static boolean run(ProcessBuilder command) {
        try {
            return command.inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
