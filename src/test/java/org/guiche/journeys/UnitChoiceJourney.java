package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Units are found where they are in the tree. */
class UnitChoiceJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String UNIT = "Unidade de negócio";
    private static final String WAY = "Matriz › E-commerce";

    @Test
    void theListShowsTheTreeAndTheFieldTheWholeWay() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO);
        var page = wizard.page();
        wizard.combobox(UNIT).click();
        var place = page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(WAY));
        assertThat(place.getByRole(AriaRole.OPTION)).hasText(new String[] {"Parceiros"});
        wizard.visitor().isAccessible().step("tree");
        place.getByRole(AriaRole.OPTION).click();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.settled();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.visitor().on(Visitor.Screen.PHONE).in(ColorScheme.DARK);
        wizard.combobox(UNIT).click();
        assertThat(place.getByRole(AriaRole.OPTION)).isVisible();
        wizard.visitor().isAccessible().step("tree-on-a-phone");
        page.keyboard().press("Escape");

        wizard.visitor().on(Visitor.Screen.DESK).in(ColorScheme.LIGHT);
        wizard.combobox(UNIT).focus();
        page.keyboard().type("ER");
        assertThat(wizard.combobox(UNIT)).hasText("ERP");
        wizard.settled();
        page.keyboard().type("Pa");
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
        wizard.settled();
        page.reload();
        assertThat(wizard.combobox(UNIT)).hasText(WAY + " › Parceiros");
    }
}
