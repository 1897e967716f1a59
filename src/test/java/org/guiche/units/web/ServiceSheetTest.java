package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the fields is what the unit's document says, and goes back into it. */
class ServiceSheetTest {

    private static JsonObject demo(String unit) {
        return Presets.document(unit);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void aPageThatChangesNothingWritesWhatThereWas(String unit) {
        var document = demo(unit);

        var written = ServiceSheet.of(document).write(document);

        for (var part : List.of("classifications", "priorities", "settings", "key", "form")) {
            assertThat(written.get(part)).as(part).isEqualTo(document.get(part));
        }
        var statuses = written.getJsonArray("statuses").toString().replace(",\"reminders\":[]", "");
        assertThat(json("{'statuses':" + statuses + "}").get("statuses")).isEqualTo(document.get("statuses"));
        assertThat(written.getJsonArray("serviceLevels")).isEmpty();
    }

    @Test
    void whatIsTypedIsWritten() {
        var document = demo("parceiros");
        var sheet = ServiceSheet.of(document);
        sheet.getClassifications().get(0).getResolution().setAmount("4h30");
        sheet.addLevel();
        var level = sheet.getLevels().get(0);
        level.setPriority("URGENT");
        level.setService("Impulse");
        level.getUpdate().setAmount("2h");
        level.getUpdate().setClock("RUNNING");
        var pending = sheet.getStatuses().get(2);
        pending.getAfter().setAmount("72h");
        pending.getAfter().setClock("BUSINESS_DAY_24H");
        pending.setGoTo("resolvido");
        pending.setReminders("50, 80");
        sheet.setSac(true);
        sheet.setWarnAt("75");

        var written = sheet.write(document);

        assertThat(written.getJsonArray("classifications").getJsonObject(0).getJsonObject("resolution"))
                .isEqualTo(json("{'amount':'PT4H30M','clock':'OPEN_HOURS'}"));
        assertThat(written.getJsonArray("serviceLevels").getJsonObject(0))
                .isEqualTo(
                        json("{'priority':'URGENT','service':'Impulse','update':{'amount':'PT2H','clock':'RUNNING'}}"));
        assertThat(written.getJsonArray("statuses").getJsonObject(2).getJsonObject("auto"))
                .isEqualTo(
                        json(
                                "{'after':{'amount':'PT72H','clock':'BUSINESS_DAY_24H'},'goTo':'resolvido','reminders':[50,80]}"));
        assertThat(written.getJsonObject("settings").getBoolean("sac")).isTrue();
        assertThat(written.getJsonObject("settings").getInt("warnAt")).isEqualTo(75);
    }

    @Test
    void theClocksOfAStatusAreSetTogetherAndLeftAloneWhereTheyDiffer() {
        var document = demo("parceiros");
        var sheet = ServiceSheet.of(document);
        sheet.getStatuses().get(3).setEffect("PAUSE");

        var paused = sheet.write(document);

        assertThat(paused.getJsonArray("statuses").getJsonObject(3).getJsonObject("clocks"))
                .hasSize(4)
                .doesNotContainKey("ESCALATION");
        assertThat(ServiceSheet.of(paused).getStatuses().get(3).getEffect()).isEqualTo("PAUSE");
        var mixed = json("{'key':'x','name':'X','category':'OPEN','clocks':{'UPDATE':'PAUSE'}}");
        assertThat(StatusInput.of(mixed).write(mixed, "x", new ArrayList<>()).build())
                .isEqualTo(mixed);
    }

    @Test
    void aCalendarIsWrittenAsItIsTyped() {
        var document = demo("parceiros");
        var sheet = ServiceSheet.of(document);
        var calendar = sheet.getCalendar();
        calendar.getDays().get(4).setHours("9h–12h, 13h–17h");
        calendar.getDays().get(5).setHours("22h–6h");
        calendar.setPoints(List.of("CARNIVAL_TUESDAY"));
        calendar.setCities(List.of("Recife/PE"));
        calendar.hold(3);
        type(calendar.getHolidays().get(0), "24/12/2026", "Véspera de Natal", "12h–24h");
        type(calendar.getHolidays().get(1), "09/07 desde 1997", "Revolução", "");
        type(calendar.getHolidays().get(2), "2/1/2027", "Recesso", "");

        var written = sheet.write(document).getJsonObject("settings").getJsonObject("calendar");

        assertThat(written.getJsonObject("bands").getJsonArray("FRI").toString())
                .isEqualTo("[\"09:00-12:00\",\"13:00-17:00\"]");
        assertThat(written.getJsonObject("bands").getJsonArray("SAT").toString())
                .isEqualTo("[\"22:00-06:00\"]");
        assertThat(written.getJsonArray("holidays"))
                .isEqualTo(
                        json("{'h':[{'date':'2026-12-24','name':'Véspera de Natal','closed':'12:00-24:00'},{'date':'--07-09','since':1997,'name':'Revolução'},{'date':'2027-01-02','name':'Recesso'}]}")
                                .getJsonArray("h"));
        assertThat(calendar.calendar()).isPresent();
        assertThat(CalendarInput.of(written).getHolidays())
                .extracting(HolidayInput::getDate)
                .containsExactly("24/12/2026", "09/07 desde 1997", "02/01/2027");
    }

    private static void type(HolidayInput day, String date, String name, String closed) {
        day.setDate(date);
        day.setName(name);
        day.setClosed(closed);
    }

    @Test
    void allThatCannotBeReadIsRefusedEachAtItsPlace() {
        var document = demo("cx");
        var sheet = ServiceSheet.of(document);
        sheet.addLevel();
        sheet.getLevels().get(0).getResolution().setAmount("logo");
        sheet.getStatuses().get(2).setGoTo("");
        sheet.getStatuses().get(2).setReminders("sempre");
        sheet.getCalendar().getDays().get(0).setHours("cedo");
        sheet.getCalendar().hold(2);
        type(sheet.getCalendar().getHolidays().get(0), "31/02/2026", "Nunca", "");
        type(sheet.getCalendar().getHolidays().get(1), "24/12", "Véspera", "12h–24h");
        sheet.setWarnAt("100");

        var refusal = catchThrowableOfType(RuleViolation.class, () -> sheet.write(document));

        assertThat(refusal.fields())
                .extracting(FieldError::field)
                .containsExactly(
                        "serviceLevels[0].resolution.amount",
                        "statuses[2].auto.goTo",
                        "statuses[2].auto.reminders",
                        "calendar.bands.MON",
                        "calendar.holidays[0].date",
                        "calendar.holidays[1].closed",
                        "warnAt");
        assertThat(sheet.getCalendar().calendar()).isEmpty();
    }

    @Test
    void serviceLevelsAreAddedOnTopMovedAndTakenAway() {
        var sheet = ServiceSheet.of(demo("cx"));
        sheet.addLevel();
        sheet.getLevels().get(0).setPriority("LOW");
        sheet.addLevel();
        sheet.getLevels().get(0).setPriority("HIGH");

        sheet.raiseLevel(1);
        assertThat(sheet.getLevels()).extracting(LevelInput::getPriority).containsExactly("LOW", "HIGH");
        sheet.raiseLevel(0);
        sheet.raiseLevel(7);
        sheet.removeLevel(0);
        sheet.removeLevel(7);
        assertThat(sheet.getLevels()).extracting(LevelInput::getPriority).containsExactly("HIGH");
    }
}
