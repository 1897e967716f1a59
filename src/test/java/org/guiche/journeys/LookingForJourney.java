package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody types into a field that looks for one of many, faster than the server answers. */
class LookingForJourney extends Journey {

    private static final String RAFAEL = "rafael@guiche.example";
    private static final String COMPANY = "Abrir em nome de";
    private static final String JATOBA = "Casa Jatobá";

    private Wizard chosen() {
        return Wizard.begun(as(RAFAEL), RAFAEL).find(COMPANY, "jato", JATOBA);
    }

    /** Keeps what the page tells of an emptied field on its way, until it is let go. */
    private static final class Slow {

        private final List<Route> held = new ArrayList<>();
        private boolean isLetGo;

        Slow(Page page, String path) {
            page.route("**" + path, route -> {
                if (!isLetGo && String.valueOf(route.request().postData()).contains("behavior.event=clear")) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
        }

        void letGo() {
            isLetGo = true;
            held.forEach(Route::resume);
        }
    }

    private static void emptied(Locator field) {
        field.focus();
        field.press("End");
        for (var left = field.inputValue().length(); left > 0; left--) {
            field.press("Backspace");
        }
    }

    private static Locator found(Page page) {
        return page.locator(".g-found:visible .ui-autocomplete-row.ui-state-highlight");
    }

    private static Locator drawnFor(Page page) {
        return page.locator("input[name=drawnFor]");
    }

    @Test
    void noLetterIsLostOfWhoeverEmptiesTheFieldAndTypesOn() {
        var wizard = chosen();
        var field = wizard.combobox(COMPANY);
        var slow = new Slow(wizard.page(), "/tickets/open");
        emptied(field);
        field.pressSequentially("loja ara");
        slow.letGo();
        wizard.settled();

        assertThat(found(wizard.page())).containsText("Loja Araçá");
        assertThat(field).hasValue("loja ara");
        assertThat(field).isFocused();
        field.press("Enter");
        assertThat(field).hasValue("Loja Araçá");
    }

    @Test
    void whatFollowsFromTheChoiceGoesOnceTheFieldIsLeftWithoutOne() {
        var wizard = chosen();
        var field = wizard.combobox(COMPANY);
        assertThat(drawnFor(wizard.page())).hasValue(Pattern.compile("\\d+"));
        emptied(field);
        field.press("Tab");
        assertThat(drawnFor(wizard.page())).hasValue("");

        wizard.find(COMPANY, "jato", JATOBA);
        field.press("End");
        field.pressSequentially(" e outra");
        field.press("Tab");
        assertThat(drawnFor(wizard.page())).hasValue("");
        assertThat(field).hasValue("");
    }

    @Test
    void theNextFieldLosesNothingEither() {
        var wizard = chosen().choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", "Frete").fill("Descrição detalhada", "O frete do pedido 88121 não soma.");
        wizard.toContact().find("Quem pediu", "bruno@", "Bruno Amaral");
        var slow = new Slow(wizard.page(), "/tickets/contact");
        emptied(wizard.combobox("Quem pediu"));
        wizard.page().keyboard().press("Tab");
        assertThat(wizard.field("Nome")).isFocused();
        wizard.page().keyboard().type("Irmão do Bruno");
        slow.letGo();
        wizard.settled();

        assertThat(wizard.field("Nome")).hasValue("Irmão do Bruno");
    }

    @Test
    void itIsPastedIntoLeftByTabAndPressedSlowly() {
        var wizard = Wizard.begun(as(RAFAEL), RAFAEL);
        var field = wizard.combobox(COMPANY);
        wizard.fill("Resumo do problema", "jatobá");
        wizard.field("Resumo do problema").press("Control+a");
        wizard.field("Resumo do problema").press("Control+c");
        field.focus();
        field.press("Control+v");
        assertThat(found(wizard.page())).containsText(JATOBA);
        field.press("Tab");
        assertThat(field).hasValue(JATOBA);
        wizard.settled();

        field.press("Control+a");
        field.pressSequentially("loja ara");
        assertThat(found(wizard.page())).containsText("Loja Araçá");
        found(wizard.page()).hover();
        wizard.page().mouse().down();
        wizard.settled();
        assertThat(field).isFocused();
        wizard.page().mouse().up();
        assertThat(field).hasValue("Loja Araçá");
    }

    @Test
    void escapeClosesTheListAndTheTextStaysUntilTheFieldIsLeft() {
        var wizard = Wizard.begun(as(RAFAEL), RAFAEL);
        var field = wizard.combobox(COMPANY);
        field.pressSequentially("casa jato");
        assertThat(found(wizard.page())).isVisible();
        assertThat(wizard.page().getByText("Resultados: 1")).hasCount(1);
        field.press("Escape");
        assertThat(found(wizard.page())).hasCount(0);
        assertThat(field).hasValue("casa jato");
        field.pressSequentially("b");
        assertThat(found(wizard.page())).containsText(JATOBA);
        field.press("Escape");
        field.press("Tab");
        assertThat(field).hasValue("");
    }
}
