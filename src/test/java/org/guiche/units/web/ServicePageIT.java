package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Clock;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about prazos as it is sent: what it keeps, and what it refuses with a sentence, keeping nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServicePageIT {

    private static final String PAGE = "/units/service?unit=cx";
    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea)[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern SELECT =
            Pattern.compile("(?s)<select[^>]*\\bname=\"(service:[^\"]+)\"[^>]*>(.*?)</select>");
    private static final Pattern SELECTED = Pattern.compile("<option[^>]*value=\"([^\"]*)\"[^>]*selected=\"selected\"");

    @ArquillianResource
    URL home;

    private Site admin() {
        return Site.at(home).as("admin@guiche.example");
    }

    @Test
    void whatIsTypedIsKeptAndShownAgain() {
        var admin = admin();
        var form = form(admin);
        form.put("service:priorities:2:resolutionAmount", "80h");
        form.put("service:days:4:hours", "8h–12h, 13h–18h");
        form.put("service:warnAt", "75");

        var saved = save(admin, form);

        assertThat(saved).contains("Prazos e calendário salvos.");
        var shown = form(admin);
        assertThat(shown)
                .containsEntry("service:priorities:2:resolutionAmount", "80h")
                .containsEntry("service:days:4:hours", "8h–12h, 13h–18h")
                .containsEntry("service:warnAt", "75");
        shown.put("service:priorities:2:resolutionAmount", "72h");
        shown.put("service:days:4:hours", "8h–18h");
        shown.put("service:warnAt", "80");
        assertThat(save(admin, shown)).contains("Prazos e calendário salvos.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    service:priorities:2:resolutionAmount | logo            | não é uma duração
                    service:priorities:2:firstResponseAmount | 2 dias       | o expediente conta horas e minutos
                    service:days:0:hours                  | 9h–12h, 11h–18h | se sobrepõem
                    service:days:0:hours                  | cedo            | não é um horário
                    service:zone                          | America/Olinda  | não é um fuso horário conhecido
                    service:warnAt                        | 120             | não é uma porcentagem
                    service:statuses:2:reminders          | sempre          | não são porcentagens
                    service:statuses:2:goTo               | ''              | passa sozinho
                    """)
    void whatCannotWorkIsRefusedAtItsPlaceAndNothingIsKept(String field, String typed, String sentence) {
        var admin = admin();
        var form = form(admin);
        assertThat(form).containsKey(field);
        var before = form.get(field);
        form.put(field, typed);
        form.put("service:priorities:0:resolutionAmount", "1h");

        var refused = save(admin, form);

        assertThat(refused).contains(sentence).doesNotContain("Prazos e calendário salvos.");
        assertThat(form(admin)).containsEntry(field, before).containsEntry("service:priorities:0:resolutionAmount", "");
    }

    @Test
    void aCalendarWithoutAnyOpenMinuteIsRefusedWhereAPromiseCountsService() {
        var admin = admin();
        var form = form(admin);
        for (var day = 0; day < 7; day++) {
            form.put("service:days:" + day + ":hours", "");
        }

        assertThat(save(admin, form)).contains("não tem nenhuma faixa de atendimento");
        assertThat(form(admin)).containsEntry("service:days:0:hours", "8h–18h");
    }

    @Test
    void whoeverSavesAPageThatIsNoLongerTrueIsToldSo() {
        var admin = admin();
        var one = form(admin);
        var other = form(admin);
        one.put("service:warnAt", "70");
        assertThat(save(admin, one)).contains("Prazos e calendário salvos.");

        other.put("service:warnAt", "60");
        assertThat(save(admin, other)).contains("Outra pessoa mudou isto");

        var back = form(admin);
        assertThat(back).containsEntry("service:warnAt", "70");
        back.put("service:warnAt", "80");
        assertThat(save(admin, back)).contains("Prazos e calendário salvos.");
    }

    @Test
    void rowsAreAddedWithoutLosingWhatWasTyped() {
        var admin = admin();
        var form = form(admin);
        form.put("service:priorities:2:resolutionAmount", "80h");
        form.put("service:addLevel", "");

        var page = admin.post("/units/service", form).body();

        assertThat(page).contains("name=\"service:levels:0:resolutionAmount\"").contains("value=\"80h\"");
        assertThat(page).contains("name=\"levels\" value=\"1\"");
    }

    @Test
    void aCalendarFileIsShownBeforeItIsTakenOver() {
        var admin = admin();
        var form = form(admin);
        var year = Year.now(Clock.systemUTC()).getValue();
        form.put(
                "service:file",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:" + year
                        + "0316\r\nSUMMARY:Emancipação\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        form.put("jakarta.faces.source", "service:readFile");
        form.put("service:readFile", "service:readFile");
        var read = admin.post("/units/service", form).body();
        assertThat(read).contains("O arquivo tem 1 dias, 1 novos").contains("16/03/" + year);

        form.remove("jakarta.faces.source");
        form.remove("service:readFile");
        form.put("service:take", "");
        assertThat(admin.post("/units/service", form).body())
                .contains("name=\"holidays\" value=\"1\"")
                .contains("value=\"16/03/" + year + "\"");
        assertThat(form(admin)).containsEntry("holidays", "0");
    }

    /** All that the page would send. */
    private static Map<String, String> form(Site admin) {
        var page = admin.get(PAGE).body();
        var fields = new LinkedHashMap<>(Site.hidden(page));
        fields.remove("signin");
        fields.remove("recounted");
        INPUT.matcher(page).results().forEach(found -> {
            var value = VALUE.matcher(found.group());
            var isBox = found.group().contains("type=\"checkbox\"");
            if (!isBox || found.group().contains("checked=\"checked\"")) {
                fields.putIfAbsent(found.group(1), value.find() ? value.group(1) : isBox ? "on" : "");
            }
        });
        SELECT.matcher(page).results().forEach(found -> {
            var chosen = SELECTED.matcher(found.group(2));
            fields.put(found.group(1), chosen.find() ? chosen.group(1) : "");
        });
        fields.put("service", "service");
        return fields;
    }

    private static String save(Site admin, Map<String, String> form) {
        form.put("service:save", "");
        return admin.post("/units/service", form).body();
    }
}
