package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.units.FieldKind.DATE;
import static org.guiche.units.FieldKind.SERVICE;
import static org.guiche.units.FieldKind.SINGLE_CHOICE;
import static org.guiche.units.FieldKind.TEXT;
import static org.guiche.units.Forms.AGENCY;
import static org.guiche.units.Forms.NOBODY;
import static org.guiche.units.Forms.field;
import static org.guiche.units.Forms.form;

import java.util.HashMap;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.junit.jupiter.api.Test;

/** Some of a form's answers are changed after they were given: only what changes is checked. */
class RevisionTest {

    private static final String TOPIC =
            field("tema", SINGLE_CHOICE, "'required': true", "'options': [{'value': 'frete'}, {'value': 'cupom'}]");
    private static final String DETAIL = field(
            "detalhe", SINGLE_CHOICE, "'required': true", "'visibleWhen': {'field': 'tema', 'filled': true}", """
            'options': [
                {'value': 'cep', 'when': {'field': 'tema', 'equals': 'frete'}},
                {'value': 'codigo', 'when': {'field': 'tema', 'equals': 'cupom'}},
                {'value': 'outro'}]""");
    private static final String COUPON =
            field("cupom", TEXT, "'required': true", "'visibleWhen': {'field': 'tema', 'equals': 'cupom'}");
    private static final String DAY = field("dia", DATE, "'validation': {'min': 'today'}");
    private static final String NOTE = field("nota", TEXT, "'required': true", "'validation': {'minLength': 3}");

    private static FormState revise(RequestForm form, Map<String, Object> before, Map<String, Object> given) {
        return FormRules.revise(form, before, given, NOBODY);
    }

    @Test
    void whatNobodyTouchesStaysThoughTheFormWouldRefuseItNow() {
        var before = Map.<String, Object>of("dia", "2026-11-01", "nota", "ab");

        var state = revise(form(DAY, NOTE, field("obs", TEXT)), before, Map.of("obs", "Ligar antes."));

        assertThat(state.isComplete()).isTrue();
        assertThat(state.kept()).isEqualTo(Map.of("dia", "2026-11-01", "nota", "ab", "obs", "Ligar antes."));
    }

    @Test
    void whatIsSentAgainAsItWasIsNotTouched() {
        var before = Map.<String, Object>of("dia", "2026-11-01", "nota", "ab");

        var state = revise(form(DAY, NOTE), before, before);

        assertThat(state.isComplete()).isTrue();
        assertThat(state.kept()).isEqualTo(before);
    }

    @Test
    void whatChangesIsCheckedAsAtTheOpening() {
        var form = form(DAY, NOTE);
        var before = Map.<String, Object>of("dia", "2026-11-26", "nota", "abc");

        assertThat(revise(form, before, Map.of("dia", "2026-11-24")).errors())
                .extracting(FieldError::field)
                .containsExactly("dia");
        assertThat(revise(form, before, Map.of("dia", "25/11/2026")).kept()).containsEntry("dia", "2026-11-25");
        assertThat(revise(form, before, Map.of("nota", "x")).errors())
                .extracting(FieldError::field)
                .containsExactly("nota");
        assertThat(revise(form, before, Map.of("nota", "")).missing()).containsExactly("nota");
    }

    @Test
    void whatWasMissingBeforeMayStayMissing() {
        var state = revise(form(NOTE, field("obs", TEXT)), Map.of(), Map.of("obs", "x"));

        assertThat(state.isComplete()).isTrue();
    }

    @Test
    void aFieldThatTheChangeOpensIsAskedFor() {
        var form = form(TOPIC, DETAIL, COUPON);
        var before = Map.<String, Object>of("tema", "frete", "detalhe", "outro");

        assertThat(revise(form, before, Map.of("tema", "cupom")).missing()).containsExactly("cupom");
        assertThat(revise(form, before, Map.of("tema", "cupom", "cupom", "X10")).kept())
                .isEqualTo(Map.of("tema", "cupom", "detalhe", "outro", "cupom", "X10"));
    }

    @Test
    void whatTheChangeClosesFallsAwayAndIsAskedForAnew() {
        var form = form(TOPIC, DETAIL, COUPON);
        var before = Map.<String, Object>of("tema", "cupom", "detalhe", "codigo", "cupom", "X10");

        var state = revise(form, before, Map.of("tema", "frete"));

        assertThat(state.kept()).isEqualTo(Map.of("tema", "frete"));
        assertThat(state.missing()).containsExactly("detalhe");
        assertThat(revise(form, before, Map.of("tema", "frete", "detalhe", "cep"))
                        .kept())
                .isEqualTo(Map.of("tema", "frete", "detalhe", "cep"));
    }

    @Test
    void aServiceThatIsContractedNoMoreStaysUntilAnotherIsChosen() {
        var form = form(field("servico", SERVICE, "'required': true"), field("obs", TEXT));
        var before = Map.<String, Object>of("servico", "99");

        assertThat(FormRules.revise(form, before, Map.of("obs", "x"), AGENCY).kept())
                .isEqualTo(Map.of("servico", "99", "obs", "x"));
        assertThat(FormRules.revise(form, before, Map.of("servico", "7"), AGENCY)
                        .kept())
                .isEqualTo(Map.of("servico", "7"));
        assertThat(FormRules.revise(form, Map.of("servico", "7"), Map.of("servico", "99"), AGENCY)
                        .missing())
                .containsExactly("servico");
    }

    @Test
    void anAnswerIsTakenBackWithNull() {
        var given = new HashMap<String, Object>();
        given.put("obs", null);

        var state = revise(form(NOTE, field("obs", TEXT)), Map.of("nota", "abc", "obs", "x"), given);

        assertThat(state.isComplete()).isTrue();
        assertThat(state.kept()).isEqualTo(Map.of("nota", "abc"));
    }
}
