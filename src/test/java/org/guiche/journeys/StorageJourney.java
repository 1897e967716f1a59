package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An administrator looks what files take. */
class StorageJourney extends Journey {

    @Test
    void anAdministratorSeesWhatFilesTakeAndHowMuchTheyMay() {
        var admin = as("admin@guiche.example").open("/attachments/scanner").sees("Vírus");
        var page = admin.page();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espaço"))
                .first()
                .click();

        admin.sees("Espaço");
        assertThat(page.getByText("No disco, sem repetir")).isVisible();
        assertThat(page.getByText("Limites: 2,0 GB por arquivo em partes")).isVisible();
        admin.stepInEveryLook("storage");
    }
}
