package org.guiche.units.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Difference;
import org.guiche.units.Presets;
import org.guiche.units.web.PartInput.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is saved as it was opened changes nothing, and what it has no field for stays. */
class InputsTest {

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void aUnitThatIsSavedAsItWasOpenedStaysAsItIs(String key) {
        var unit = Presets.document(key);

        var said = PartInput.of(unit, UnitPage.MEMBERS).onto(unit, "");
        var saved = TriageInput.of(unit).onto(SettingsInput.of(unit).onto(said));

        assertThat(Difference.of(unit, saved).parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void soDoItsStatusesAndClassifications(String key) {
        var unit = Presets.document(key);
        staysAsItIs(KeyedList.of(unit, "statuses"), StatusPage.MEMBERS);
        staysAsItIs(KeyedList.of(unit, "classifications"), ClassificationPage.MEMBERS);
    }

    private static void staysAsItIs(KeyedList list, Members members) {
        for (var item : list.items()) {
            assertThat(PartInput.of(item, members).onto(item, "")).isEqualTo(item);
        }
    }

    @Test
    void whatIsEmptiedIsLeftOut() {
        var status = json(
                "{'key':'x','auto':{'after':{'amount':'PT2H','clock':'RUNNING'},'goTo':'y'},'notice':{'amount':'P2D','clock':'RUNNING'}}");
        var input = PartInput.of(status, StatusPage.MEMBERS);
        input.getTime().put("notice", typed(" "));

        assertThat(input.onto(status, "").keySet()).containsExactly("key", "auto");
    }

    @Test
    void aDurationSaysWhatItCounts() {
        assertThat(DurationInput.words(json("{'amount':'PT90M','clock':'OPEN_HOURS'}")))
                .isEqualTo("90 minutos de expediente");
        assertThat(DurationInput.words(json("{'amount':'PT72H','clock':'BUSINESS_DAY_24H'}")))
                .isEqualTo("72 horas de dias úteis (24 h por dia)");
        assertThat(DurationInput.words(json("{'amount':'P6D','clock':'BUSINESS_DAYS'}")))
                .isEqualTo("6 dias úteis (até o fim do expediente)");
    }

    @Test
    void whatIsNoNumberIsRefusedAtItsPlace() {
        var status = json("{'key':'x'}");
        var input = PartInput.of(status, StatusPage.MEMBERS);
        input.getTime().put("within", typed("logo"));

        assertThatThrownBy(() -> input.onto(status, "statuses[3]."))
                .isInstanceOf(RuleViolation.class)
                .satisfies(refusal -> assertThat(
                                ((RuleViolation) refusal).fields().get(0).field())
                        .isEqualTo("statuses[3].within.amount"));
    }

    @Test
    void aReasonThatIsCalledAsBeforeIsTheSameOne() {
        var before = new KeyedList(List.of(json("{'key':'ti','name':'aguardando solução da TI'}")));

        assertThat(before.named("aguardando solução da TI\n\naguardando solução\n")
                        .items())
                .extracting(reason -> reason.getString("key"))
                .containsExactly("ti", "aguardando-solucao");
        assertThat(before.keyFor("TI")).isEqualTo("ti-2");
    }

    @Test
    void whatDiffersIsSaidInTheWordsOfTheScreens() {
        var before = Presets.document("loja");
        var after = PartInput.put(
                before,
                "prioritySource",
                JsonText.array(List.of("AGENT")).build().get(0));

        assertThat(new DifferenceWords(before, after).lines(Difference.of(before, after)))
                .containsExactly(
                        new DifferenceWords.Line("Quem decide a prioridade", "ninguém: ordem de chegada", "o agente"));
    }

    private static DurationInput typed(String number) {
        var duration = DurationInput.of(null);
        duration.setNumber(number);
        return duration;
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text.replace('\'', '"'))) {
            return reader.readObject();
        }
    }
}
