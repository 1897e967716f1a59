package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar tried out before it is used. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalendarIT {

    private static final String MATRIZ =
            "'zone':'America/Sao_Paulo','bands':{'MON':['09:00-17:30'],'TUE':['09:00-17:30'],"
                    + "'WED':['09:00-17:30'],'THU':['09:00-17:30'],'FRI':['09:00-17:30']}";

    @ArquillianResource
    URL home;

    /** Counted by hand in ServiceCalendarTest: a Friday at 17h, the Tuesday after it a holiday. */
    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource({
        "RUNNING, PT72H, 2026-11-09T20:00:00Z",
        "BUSINESS_DAY_24H, PT72H, 2026-11-12T20:00:00Z",
        "OPEN_HOURS, PT72H, 2026-11-23T15:30:00Z",
        "BUSINESS_DAYS, P3D, 2026-11-12T20:30:00Z"
    })
    void theDeadlineIsToldWithEachDayOnTheWay(String clock, String amount, String due) {
        var answer = preview(
                "{'calendar':{" + MATRIZ + ",'holidays':['2026-11-10'],'nationalHolidays':true},"
                        + "'start':'2026-11-06T20:00:00Z','amount':'" + amount + "','clock':'" + clock
                        + "','pauses':[]}",
                200);
        var days = answer.getJsonArray("explanation");

        assertThat(answer.getString("due")).isEqualTo(due);
        assertThat(days.getJsonObject(0).getString("date")).isEqualTo("2026-11-06");
        assertThat(days.getJsonObject(1).getString("kind")).isEqualTo("WEEKEND");
        assertThat(days.getJsonObject(0).getJsonArray("bands").getJsonObject(0).getString("to"))
                .isEqualTo("2026-11-06T20:30:00Z");
        if (!clock.equals("RUNNING")) {
            assertThat(days.getJsonObject(4).getString("kind")).isEqualTo("HOLIDAY");
            assertThat(days.getJsonObject(4).getString("holiday")).isEqualTo("feriado");
            assertThat(days.getJsonObject(4).getJsonArray("run")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "calendar | nenhuma faixa de atendimento | {'calendar':{},'start':'2026-11-06T20:00:00Z','amount':'PT1H','clock':'OPEN_HOURS'}",
                "calendar.bands | 22:00-06:00 (domingo) e 05:00-07:00 | {'calendar':{'bands':{'SUN':['22:00-06:00'],'MON':['05:00-07:00']}},'start':'2026-11-06T20:00:00Z','amount':'PT1H','clock':'RUNNING'}",
                "start | fora dos anos | {'calendar':{'bands':{'MON':['09:00-12:00']}},'start':'1812-11-06T20:00:00Z','amount':'PT1H','clock':'OPEN_HOURS'}",
                "amount | dias úteis inteiros | {'calendar':{'bands':{'MON':['09:00-12:00']}},'start':'2026-11-06T20:00:00Z','amount':'PT1H','clock':'BUSINESS_DAYS'}",
                "calendar.cities | não estão cadastrados | {'calendar':{'cities':['Campinas/SP']},'start':'2026-11-06T20:00:00Z','amount':'PT1H','clock':'RUNNING'}"
            })
    void whatCannotBeCountedIsRefusedWithTheCause(String field, String cause, String body) {
        assertThat(preview(body, 422).toString())
                .contains("\"" + field + "\"")
                .contains(cause)
                .doesNotContain("time.");
    }

    private JsonObject preview(String body, int status) {
        var answer = Api.at(home).as("bruno@jatoba.example").post("calendar/preview", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Api.json(answer);
    }
}
