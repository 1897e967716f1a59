package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.guiche.shared.Texts;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A company that the field which looks for them ({@code g:find}) would not find, sent as if it had been found there (SECURITY 2): by a
 * partner of more clients than are listed, and by one of the staff.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForeignCompanyIT {

    private static final String EMAIL = "carteira@muros.example";
    private static final String NEVER = "company:" + World.NEVER;

    @ArquillianResource
    URL home;

    private Site partner;

    @BeforeEach
    void enter() {
        World.at(home);
        if (Rows.of("select 1 from accounts_person where email = ?", EMAIL).isEmpty()) {
            Residents.settleOneOfMany(EMAIL);
        }
        partner = Site.at(home).as(EMAIL);
    }

    @AfterEach
    void leave() {
        Rows.of(
                "delete from tickets_draft d using accounts_person p where p.id = d.person_id and d.ticket_id is null and p.email in (?, ?)",
                EMAIL,
                Cast.N2.email());
    }

    @Test
    void theWizardRefusesThemAlikeAndKeepsNone() {
        var foreign = "company:" + World.companyId("C");

        assertThat(Said.of(advanced(partner, foreign), foreign))
                .contains(Texts.get("partners.company.not-found"))
                .isEqualTo(Said.of(advanced(partner, NEVER), NEVER));
        assertThat(draftsFor(EMAIL)).isEmpty();

        assertThat(advanced(partner, own()).body()).doesNotContain(Texts.get("partners.company.not-found"));
        assertThat(draftsFor(EMAIL)).containsExactly(own().replace("company:", ""));
    }

    @Test
    void oneThatWasClosedIsAsGoodAsNone() {
        var closed = "company:" + Rows.one("select id from partners_company where name = ?", "Carteira 52");
        var staff = Site.at(home).as(Cast.N2.email());
        for (var site : new Site[] {staff, partner}) {
            assertThat(Said.of(advanced(site, closed), closed))
                    .contains(Texts.get("partners.company.not-found"))
                    .isEqualTo(Said.of(advanced(site, NEVER), NEVER));
        }
        assertThat(draftsFor(Cast.N2.email())).isEmpty();
    }

    @Test
    void theListOfTicketsIsNotNarrowedToThem() {
        var foreign = "company:" + World.companyId("C");

        assertThat(Said.of(narrowed(foreign), foreign))
                .doesNotContain("redirect")
                .isEqualTo(Said.of(narrowed(NEVER), NEVER));
        assertThat(narrowed(own()).body()).contains("redirect", "cliente=" + own().replace("company:", ""));
    }

    private static String own() {
        return "company:" + Rows.one("select id from partners_company where name = ?", "Carteira 07");
    }

    private static List<String> draftsFor(String email) {
        return Rows.of(
                "select d.content->>'onBehalfOf' from tickets_draft d join accounts_person p on p.id = d.person_id"
                        + " where d.ticket_id is null and d.content->>'onBehalfOf' is not null and p.email = ?",
                email);
    }

    private static HttpResponse<String> advanced(Site site, String company) {
        return sent(site, "/tickets/open", "wizard", "wizard:company", company, Map.of("wizard:advance", ""));
    }

    /** As the browser tells that one was found. */
    private HttpResponse<String> narrowed(String company) {
        return sent(
                partner,
                "/tickets/mine",
                "narrow",
                "narrow:client",
                company,
                Map.of(
                        "jakarta.faces.partial.ajax", "true",
                        "jakarta.faces.source", "narrow:client",
                        "jakarta.faces.partial.event", "itemSelect",
                        "jakarta.faces.behavior.event", "itemSelect",
                        "jakarta.faces.partial.execute", "narrow:client",
                        "jakarta.faces.partial.render", "narrow"));
    }

    private static HttpResponse<String> sent(
            Site site, String path, String id, String field, String company, Map<String, String> pressed) {
        var page = site.get(path).body();
        var form = Form.all(page).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(form.fields()).containsKeys(field + "_input", field + "_hinput");
        form.fields().put(field + "_input", "Carteira");
        form.fields().put(field + "_hinput", company);
        form.fields().put("primefaces.nonce", Site.hidden(page).getOrDefault("primefaces.nonce", ""));
        form.fields().putAll(pressed);
        return site.post(form.action(), form.fields());
    }
}
