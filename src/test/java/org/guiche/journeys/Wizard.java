package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** The wizard as somebody fills it in. */
final class Wizard {

    static final Pattern OPENED = Pattern.compile("/tickets/opened\\?code=\\d+");

    private static final int PATIENCE = 10_000;

    private final Visitor visitor;
    private final Page page;

    Wizard(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        page.setDefaultTimeout(PATIENCE);
    }

    /** The wizard of somebody who has nothing written yet. */
    static Wizard begun(Visitor visitor, String email) {
        noDraft(email);
        return new Wizard(visitor.open("/tickets/open"));
    }

    private static void noDraft(String email) {
        var sql = "delete from tickets_draft where ticket_id is null"
                + " and person_id = (select id from accounts_person where email = ?)";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, email);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Page page() {
        return page;
    }

    Visitor visitor() {
        return visitor;
    }

    Wizard choose(String label, String option) {
        choose(page, label, option);
        return this;
    }

    static void choose(Page page, String label, String option) {
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(label)).click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(option).setExact(true))
                .click();
        settled(page);
    }

    /** One of many, found by how it is called: by key alone. */
    Wizard find(String label, String typed, String found) {
        find(page, label, typed, found);
        return this;
    }

    static void find(Page page, String label, String typed, String found) {
        var field = page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(label));
        field.fill("");
        field.pressSequentially(typed);
        assertThat(page.locator(".g-found:visible .ui-autocomplete-row.ui-state-highlight"))
                .containsText(found);
        field.press("Enter");
        assertThat(field).hasValue(found);
        settled(page);
    }

    Locator combobox(String label) {
        return page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(label));
    }

    /** One of the cards of the last step, by its title. */
    Locator option(String title) {
        return page.locator("label.opt-card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".tt").filter(new Locator.FilterOptions().setHasText(title))))
                .locator("input");
    }

    Wizard fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** A field by its label, optional or not. */
    Locator field(String label) {
        var named = Pattern.compile("^" + label.replaceAll("[?()]", "\\\\$0") + "( \\(opcional\\))?$");
        return page.getByLabel(named).and(page.locator("input:visible, textarea:visible, [contenteditable=true]"));
    }

    Wizard attach(String name, String text) {
        page.locator("[data-uploads] input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(file(name).locator("progress")).hasCount(0);
        return this;
    }

    Locator file(String name) {
        return file(page, name);
    }

    static Locator file(Page page, String name) {
        return page.locator(".g-file").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** What a choice brings in has arrived. */
    Wizard settled() {
        settled(page);
        return this;
    }

    static void settled(Page page) {
        page.waitForFunction("() => window.PrimeFaces && PrimeFaces.ajax.Queue.isEmpty()");
    }

    /** What is typed is on the server. */
    Wizard saved() {
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Rascunho salvo")))
                .isVisible();
        page.waitForFunction("() => window.guiche && guiche.isSaved()");
        return settled();
    }

    Wizard advance(String heading) {
        visitor.click("Avançar").sees(heading);
        return this;
    }

    Wizard toContact() {
        return advance("Para quem respondemos?");
    }

    /** Sends it; the confirmation names the ticket. */
    long send() {
        visitor.click("Enviar chamado").sees("Chamado enviado");
        assertThat(page).hasURL(OPENED);
        return Long.parseLong(page.url().replaceFirst(".*code=", ""));
    }

    /** The sentence beside a field. */
    void refuses(String sentence) {
        assertThat(page.locator(".g-field .ui-message-error").filter(new Locator.FilterOptions().setHasText(sentence)))
                .isVisible();
    }

    /** How many tickets there are with that subject. */
    static long tickets(String subject) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement("select count(*) from tickets_ticket where subject = ?")) {
            query.setString(1, subject);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
