package org.guiche.matrix;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page, every other address of a session and every action of a page by everybody, to whatever is whose (SECURITY 1, 3, 5 and
 * 10; decision 0032): what there is comes from the running application, what must come of it from {@code walls.txt}, {@code pages.txt}
 * and {@code actions.txt}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageMatrixIT {

    @ArquillianResource
    URL home;

    private World world;
    private List<Visit> visits;

    @BeforeEach
    void look() {
        world = World.at(home);
        Site.at(home).get("/probe/inventory");
        visits = Sweep.visits(home);
    }

    @Test
    void everyAddressAndEveryChannelHasARow() {
        var rows = Page.all().stream().map(Page::line).collect(toSet());
        var inventory = Site.at(home)
                .get("/probe/inventory")
                .body()
                .lines()
                .map(Page::plain)
                .collect(toSet());

        assertThat(without(inventory, rows))
                .as("addresses without a row: say in src/test/resources/matrix/pages.txt whom each is for")
                .isEmpty();
        assertThat(without(rows, inventory))
                .as("rows of pages.txt for what is gone")
                .isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        var left = new TreeSet<>(all);
        left.removeAll(these);
        return left;
    }

    @Test
    void everyAddressAnswersWhomItIsForAndNobodyElse() {
        var wrong = visits.stream()
                .filter(visit -> visit.outcome() != visit.expected())
                .map(visit -> "%s by %s, %s's: %d instead of %d"
                        .formatted(
                                visit.address(),
                                visit.role(),
                                visit.owner(),
                                visit.answer().statusCode(),
                                visit.expected()));

        assertThat(visits).hasSizeGreaterThan(500);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNotThereForSomebodyLooksAsWhatNeverWas() {
        for (var page : Page.all()) {
            if (!page.address().contains("(")) {
                continue;
            }
            for (var role : Cast.signedIn()) {
                var none = plain(Visit.to(page, role, Owner.REQUESTER, World.NONE, home));
                assertThat(visits)
                        .filteredOn(visit -> visit.page().equals(page) && visit.role() == role)
                        .filteredOn(visit -> visit.answer().statusCode() == 404)
                        .allSatisfy(visit -> assertThat(plain(visit))
                                .as("%s by %s", page, role)
                                .isEqualTo(none));
            }
        }
    }

    /** Without what differs from one answer to the next, whatever it is. */
    private static String plain(Visit visit) {
        return visit.answer()
                .body()
                .replace(visit.address().replace("&", "&amp;"), "")
                .replaceFirst("(?s).*<main", "")
                .replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]*\"", "")
                .replaceAll("\\d{6,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    @Test
    void noPageShowsAWordOfWhatIsBehindAWall() {
        for (var role : Cast.values()) {
            var secrets = world.secretsFrom(role);
            assertThat(visits)
                    .filteredOn(visit -> visit.role() == role)
                    .allSatisfy(visit -> secrets.forEach(
                            (owner, word) -> assertThat(visit.answer().body())
                                    .as("%s by %s has something of %s's", visit.address(), role, owner)
                                    .doesNotContain(word)));
        }
    }

    @Test
    void noPageHasANoInWhatHtmlTakesForAYesWhateverIsWrittenThere() {
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.answer().body())
                        .as("%s by %s", visit.address(), visit.role())
                        .doesNotContain("selected=\"false\"", "checked=\"false\"", "disabled=\"false\""));
    }

    /** SECURITY 6: pages, which are also what is printed. */
    @Test
    void noPageOfACustomerShowsWhatTheStaffSaysAmongItself() {
        assertThat(visits)
                .filteredOn(visit -> !visit.role().isStaff())
                .allSatisfy(visit -> assertThat(visit.answer().body())
                        .as("%s by %s", visit.address(), visit.role())
                        .doesNotContain(world.notes()));
    }

    @Test
    void everyActionHasARow() {
        var unknown = new TreeSet<String>();
        for (var visit : visits) {
            visit.actions().stream()
                    .filter(action -> !action.isKnown())
                    .forEach(action -> unknown.add(action.page().path() + " | " + action.name() + " | "));
        }

        assertThat(String.join("\n", unknown))
                .as("actions without a row: say in src/test/resources/matrix/actions.txt whom each is for")
                .isEmpty();
    }

    @Test
    void nobodyIsOfferedWhatIsNotForThem() {
        for (var visit : visits) {
            assertThat(visit.actions())
                    .allSatisfy(action -> assertThat(action.door().refusal(visit.role(), visit.owner()))
                            .as("%s on %s for %s, %s's", action.name(), visit.address(), visit.role(), visit.owner())
                            .isEmpty());
        }
    }
}
