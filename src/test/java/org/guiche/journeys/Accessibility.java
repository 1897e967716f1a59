package org.guiche.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What axe-core finds on a page against WCAG 2.0 to 2.2, levels A and AA. */
final class Accessibility {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Set<String> BARRIERS = Set.of("serious", "critical");

    private Accessibility() {}

    static void check(Page page) {
        var barriers = new AxeBuilder(page)
                .withTags(WCAG_AA).analyze().getViolations().stream()
                        .filter(rule -> BARRIERS.contains(rule.getImpact()))
                        .map(Accessibility::told)
                        .toList();
        assertThat(barriers).as("barriers on %s", page.url()).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getHtml() + "\n      "
                                + String.valueOf(node.getFailureSummary()).replace("\n", "\n      "))
                        .collect(Collectors.joining());
    }
}
