package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.guiche.shared.RuleViolation;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.junit.jupiter.api.Test;

/** What a document would promise, before anybody keeps it. */
class ServiceTrialTest {

    private static final Target WEEK = new Target(Amount.days(7), ClockKind.RUNNING);

    private static JsonObject parceiros() {
        return Presets.document("parceiros");
    }

    private static JsonArray levels(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readArray();
    }

    @Test
    void theFirstServiceLevelThatCoversATicketCountsTargetByTarget() {
        var document = Json.createObjectBuilder(parceiros())
                .add("serviceLevels", levels("""
                        [{'classification':'erro','resolution':{'amount':'PT8H','clock':'OPEN_HOURS'}},
                         {'priority':'HIGH','resolution':{'amount':'PT99H','clock':'RUNNING'},
                          'update':{'amount':'PT2H','clock':'RUNNING'}}]"""))
                .build();

        var targets = ServiceTrial.of(document).targets("erro", Priority.LOW);

        assertThat(targets.target(ServiceMetric.RESOLUTION))
                .hasValue(new Target(Amount.hours(8), ClockKind.OPEN_HOURS));
        assertThat(targets.target(ServiceMetric.UPDATE)).hasValue(new Target(Amount.hours(2), ClockKind.RUNNING));
        assertThat(targets.target(ServiceMetric.FIRST_RESPONSE))
                .hasValue(new Target(Amount.hours(2), ClockKind.OPEN_HOURS));
    }

    @Test
    void underSacASolutionHasSevenRunningDaysWhateverElseIsSaid() {
        var settings =
                Json.createObjectBuilder(parceiros().getJsonObject("settings")).add("sac", true);
        var document =
                Json.createObjectBuilder(parceiros()).add("settings", settings).build();

        assertThat(ServiceTrial.of(document).targets("erro", Priority.LOW).target(ServiceMetric.RESOLUTION))
                .hasValue(WEEK);
    }

    @Test
    void aPromiseWithoutACalendarIsRefused() {
        var calendar = Json.createObjectBuilder().add("zone", "America/Sao_Paulo");
        var settings =
                Json.createObjectBuilder(parceiros().getJsonObject("settings")).add("calendar", calendar);
        var document =
                Json.createObjectBuilder(parceiros()).add("settings", settings).build();

        assertThatThrownBy(() -> ServiceTrial.of(document))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("time.calendar.no-bands");
    }
}
