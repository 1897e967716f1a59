package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of administrators that come back with another thing in a hidden field than the page wrote there, or later than somebody else's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HandMadeFormsIT {

    @ArquillianResource
    URL home;

    private Site admin;

    @BeforeEach
    void enter() {
        admin = Site.at(home).as("admin@guiche.example");
    }

    @ParameterizedTest
    @CsvSource({"service, saveService, serviceName", "project, saveProject, projectName"})
    void whatNamesNothingOfTheCompanyAddsNothing(String what, String button, String name) {
        var answer = send(
                "/partners/companies?company=" + company() + "&tab=services",
                what + "Form",
                button,
                Map.of(what, "x", what + "Form:" + name, "Coisa de ninguém"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Rows.of("select 1 from partners_" + what + " where name = 'Coisa de ninguém'"))
                .isEmpty();
    }

    private static String company() {
        return Rows.one("select id from partners_company where name = 'Casa Jatobá'");
    }

    @Test
    void aContractOfAnotherPartnerIsNotDecidedAbout() {
        var contracts = "select string_agg(c.id || ' ' || c.status || ' ' || c.version, ',' order by c.id) "
                + "from partners_contract c";
        var before = Rows.one(contracts);
        var page = "/partners/partners?partner=%s&tab=contract&ask=suspend&contract=%s"
                .formatted(partner("Agência Aroeira"), contract("Agência Aroeira"));

        for (var other : List.of("x", contract("Agência Mirante"))) {
            var answer = send(
                    page, "decide", "act", Map.of("contract", other, "decide:reason", "Um contrato de outro parceiro"));

            assertThat(answer.statusCode()).as(other).isEqualTo(404);
        }
        assertThat(Rows.one(contracts)).isEqualTo(before);
    }

    private static String partner(String name) {
        return Rows.one("select id from partners_partner where name = ?", name);
    }

    private static String contract(String partner) {
        return Rows.one(
                "select max(c.id) from partners_contract c join partners_partner p on p.id = c.partner_id where p.name = ? and c.status = 'APPROVED'",
                partner);
    }

    @Test
    void aFormIsNotTriedWithTheProjectOfAnotherCompany() {
        var foreign = Rows.one("select min(id) from partners_project where company_id <> ?", Long.valueOf(company()));

        for (var project : List.of("x", foreign)) {
            var answer = send(
                    "/units/formtest?unit=loja&as=partner&client=" + company(),
                    "test",
                    "check",
                    Map.of("project", project));

            assertThat(answer.statusCode()).as(project).isEqualTo(404);
        }
    }

    @Test
    void anotherCompanyIsTriedWithoutTheProjectOfTheOneBefore() {
        var own = Rows.one("select min(id) from partners_project where company_id = ?", Long.valueOf(company()));
        var other = Rows.one("select id from partners_company where name = 'Loja Araçá'");

        var answer = send(
                "/units/formtest?unit=loja&as=agent&project=" + own + "&client=" + company(),
                "test",
                "check",
                Map.of("test:company_hinput", "company:" + other));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Objects.requireNonNull(Jsoup.parse(answer.body()).selectFirst("input[name=client]"))
                        .val())
                .isEqualTo(other);
    }

    @Test
    void aStatusOfNoUnitIsNeitherSavedNorTakenAway() {
        var before = Rows.one("select count(*) from units_status");

        for (var button : new String[] {"save", "retire"}) {
            var answer =
                    send("/units/status?unit=loja&status=stand-by", "edit", button, Map.of("status", "nunca-houve"));

            assertThat(answer.statusCode()).as(button).isEqualTo(404);
        }
        assertThat(Rows.one("select count(*) from units_status")).isEqualTo(before);
    }

    @Test
    void aPartnerIsNotSwitchedByAPageThatSawAnotherState() {
        var partner = partner("Agência Aroeira");
        var before =
                Rows.one("select active || ' ' || version from partners_partner where id = ?", Long.valueOf(partner));

        send(
                "/partners/partners?partner=" + partner + "&tab=data&ask=turn",
                "turn",
                "act",
                Map.of("seen", "77", "turn:reason", "Contrato a rever"));

        assertThat(Rows.one(
                        "select active || ' ' || version from partners_partner where id = ?", Long.valueOf(partner)))
                .isEqualTo(before);
    }

    /** The form of that page, sent by that button as a browser would, with these fields otherwise. */
    private HttpResponse<String> send(String path, String form, String button, Map<String, String> changes) {
        var page = Jsoup.parse(admin.get(path).body(), home.toString());
        var found = (FormElement) Objects.requireNonNull(page.getElementById(form), form);
        var fields = new HashMap<String, String>();
        found.formData().forEach(field -> fields.put(field.key(), field.value()));
        assertThat(fields.keySet()).as(form).containsAll(changes.keySet());
        var pressed = Objects.requireNonNull(found.selectFirst("button[name=" + form + ":" + button + "]"), button);
        fields.put(pressed.attr("name"), "");
        fields.put(
                "primefaces.nonce",
                Objects.requireNonNull(page.selectFirst("script[nonce]")).attr("nonce"));
        fields.putAll(changes);
        return admin.post(found.attr("action"), fields);
    }
}
