package org.guiche.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What axe-core finds on a page against WCAG 2.0 to 2.2, levels A and AA. Its own adapter opens a window for every look and
 * brings back all that is well, too, which takes three times as long as looking; here the page is asked for its barriers alone.
 */
final class Accessibility {

    private static final Map<String, Object> WCAG_AA =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /** The rules of the same levels that look at colours. */
    private static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private static final String LOOK = """
            async rules => {
                const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
                return found.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => `${rule.id} (${rule.impact}): ${rule.help}` + rule.nodes
                        .map(node => `\\n    ${node.html}\\n      ${String(node.failureSummary).replaceAll('\\n', '\\n      ')}`)
                        .join(''))
                    .join('\\n');
            }
            """;

    private static final String AXE = script();

    private Accessibility() {}

    /** Fails with every barrier of the page as it is now. */
    static void check(Page page) {
        assertThat(found(page, WCAG_AA)).as("barriers on %s", page.url()).isEmpty();
    }

    /** The same where nothing but the colours is another than when it was last checked. */
    static void checkColours(Page page) {
        assertThat(found(page, COLOURS))
                .as("barriers in the colours of %s", page.url())
                .isEmpty();
    }

    private static String found(Page page, Map<String, Object> rules) {
        for (var frame : page.frames()) {
            if (Boolean.FALSE.equals(frame.evaluate("() => 'axe' in window"))) {
                frame.evaluate(AXE);
            }
        }
        return String.valueOf(page.evaluate(LOOK, rules));
    }

    private static String script() {
        try (var axe = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (axe == null) {
                throw new IllegalStateException("axe-core is not where it was");
            }
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
