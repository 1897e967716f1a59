package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.function.Function;

/** One person in one browser window: Portuguese, on São Paulo's time, on a desk unless said otherwise. */
final class Visitor {

    static final String PASSWORD = "guiche-demo";

    /** The two sizes the pages are drawn for. */
    enum Screen {
        DESK(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final String home;
    private final Function<String, Path> pictures;
    private final BrowserContext context;
    private final Page page;
    private final Watch watch;
    private Runnable leaving = () -> {};

    Visitor(String home, Function<String, Path> pictures) {
        this.home = home;
        this.pictures = pictures;
        this.context = Chromium.get()
                .newContext(new NewContextOptions()
                        .setLocale("pt-BR")
                        .setTimezoneId("America/Sao_Paulo")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setViewportSize(Screen.DESK.width, Screen.DESK.height));
        this.page = context.newPage();
        this.watch = Watch.over(page);
    }

    /** The window, for what a journey does and sees; find by label, role or text. */
    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Signs in on the page that asks for it, and comes back. */
    Visitor signInHere(String email) {
        page.getByLabel("E-mail ou CPF").fill(email);
        page.getByLabel("Senha", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        return click("Entrar");
    }

    /** The heading that says where one is. */
    Visitor sees(String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName(heading).setExact(true)))
                .isVisible();
        return this;
    }

    Visitor click(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Visitor signIn(String email) {
        open("/accounts/signin");
        page.getByLabel("E-mail ou CPF").fill(email);
        page.getByLabel("Senha", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Entrar").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/accounts/signin"));
        return this;
    }

    /** Is signed in without seeing the sign-in page, nor the page after it: {@link Entrance}. */
    Visitor entered(String email) {
        var session = Entrance.enter(context, home, email);
        leaving = () -> Entrance.leave(context, email, session);
        return this;
    }

    /** From here on answers with this status are part of the story, not a failure of it. */
    Visitor expects(int status) {
        watch.expect(status);
        return this;
    }

    Visitor on(Screen screen) {
        page.setViewportSize(screen.width, screen.height);
        return this;
    }

    Visitor in(ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        return this;
    }

    /** Takes a picture, and fails when the server or a script failed on the way here. */
    Visitor step(String name) {
        picture(name);
        watch.assertNothingFailed();
        return this;
    }

    /**
     * A step in light and dark, on desk and phone, each without a barrier and without scrolling sideways. Between desk and phone
     * what is there may be another; between light and dark only its colours are ({@link org.guiche.DarkTest}), so that in the
     * dark the rest is not looked for again.
     */
    Visitor stepInEveryLook(String name) {
        for (var screen : Screen.values()) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                on(screen).in(scheme);
                step(name + '-' + screen.width + '-' + scheme.name().toLowerCase(java.util.Locale.ROOT));
                isAccessible(scheme);
                fitsTheScreen();
            }
        }
        return on(Screen.DESK).in(ColorScheme.LIGHT);
    }

    private void isAccessible(ColorScheme scheme) {
        if (scheme == ColorScheme.DARK) {
            Accessibility.checkColours(page);
        } else {
            Accessibility.check(page);
        }
    }

    /** No violation of WCAG 2.2 AA that keeps somebody out. */
    Visitor isAccessible() {
        Accessibility.check(page);
        return this;
    }

    void fitsTheScreen() {
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels that %s is wider than the screen", page.url())
                .isZero();
    }

    void pictureOfFailure() {
        picture("failed");
    }

    void leave() {
        leaving.run();
        context.close();
    }

    private void picture(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(pictures.apply(name))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
