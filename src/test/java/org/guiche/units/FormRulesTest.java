package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.units.FieldKind.BOOLEAN;
import static org.guiche.units.FieldKind.MULTIPLE_CHOICE;
import static org.guiche.units.FieldKind.NUMBER;
import static org.guiche.units.FieldKind.PROJECT;
import static org.guiche.units.FieldKind.SERVICE;
import static org.guiche.units.FieldKind.SINGLE_CHOICE;
import static org.guiche.units.FieldKind.TEXT;
import static org.guiche.units.Forms.AGENCY;
import static org.guiche.units.Forms.NOBODY;
import static org.guiche.units.Forms.evaluate;
import static org.guiche.units.Forms.field;
import static org.guiche.units.Forms.form;

import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormRulesTest {

    private static final String PRODUCT = field(
            "produto", SINGLE_CHOICE, "'required': true", "'options': [{'value': 'ECOMMERCE'}, {'value': 'HUB'}]");
    private static final String MODULE = field(
            "modulo", SINGLE_CHOICE, "'required': true", "'visibleWhen': {'field': 'produto', 'filled': true}", """
            'options': [
                {'value': 'frete', 'when': {'field': 'produto', 'equals': 'ECOMMERCE'}},
                {'value': 'anuncios', 'when': {'field': 'produto', 'equals': 'HUB'}},
                {'value': 'pedidos'}]""");
    private static final String CARRIER =
            field("transportadora", TEXT, "'required': true", "'visibleWhen': {'field': 'modulo', 'equals': 'frete'}");

    private final RequestForm cascade = form(PRODUCT, MODULE, CARRIER);

    @Nested
    class WhatIsVisible {

        @Test
        void aFieldAppearsOnceTheAnswerItWaitsForIsGiven() {
            assertThat(shown(evaluate(cascade, Map.of()))).containsExactly("produto");
            assertThat(shown(evaluate(cascade, Map.of("produto", "HUB")))).containsExactly("produto", "modulo");
        }

        @Test
        void theOptionsOfAFieldFollowTheAnswersBeforeIt() {
            assertThat(options(evaluate(cascade, Map.of("produto", "ECOMMERCE")), "modulo"))
                    .containsExactly("frete", "pedidos");
            assertThat(options(evaluate(cascade, Map.of("produto", "HUB")), "modulo"))
                    .containsExactly("anuncios", "pedidos");
        }

        @Test
        void aChangeAtTheTopSettlesTheWholeCascadeAtOnce() {
            var answers = Map.<String, Object>of("produto", "HUB", "modulo", "frete", "transportadora", "Rápida Sul");

            var state = evaluate(cascade, answers);

            assertThat(shown(state)).containsExactly("produto", "modulo");
            assertThat(state.kept()).containsOnlyKeys("produto");
            assertThat(state.missing()).containsExactly("modulo");
            assertThat(state.errors())
                    .as("an option no longer offered is no mistake")
                    .isEmpty();
        }

        @Test
        void anAnswerThatIsRefusedOpensNothing() {
            var state = evaluate(cascade, Map.of("produto", "NOT-SOLD"));

            assertThat(shown(state)).containsExactly("produto");
            assertThat(state.errors()).extracting(FieldError::key).containsExactly("units.field.option");
        }

        @Test
        void conditionsCombine() {
            var conditions = form(
                    field("a", BOOLEAN),
                    field("b", MULTIPLE_CHOICE, "'options': [{'value': 'x'}, {'value': 'y'}, {'value': 'z'}]"),
                    field("both", TEXT, """
                            'visibleWhen': {'all': [{'field': 'a', 'equals': true}, {'field': 'b', 'in': ['x', 'y']}]}"""),
                    field("either", TEXT, """
                            'visibleWhen': {'any': [{'field': 'a', 'equals': true}, {'field': 'b', 'equals': 'z'}]}"""),
                    field("unless", TEXT, "'visibleWhen': {'not': {'field': 'a', 'filled': true}}"));

            assertThat(shown(evaluate(conditions, Map.of("a", true, "b", List.of("z", "y")))))
                    .containsExactly("a", "b", "both", "either");
            assertThat(shown(evaluate(conditions, Map.of("b", List.of("z")))))
                    .containsExactly("a", "b", "either", "unless");
            assertThat(shown(evaluate(conditions, Map.of("a", false)))).containsExactly("a", "b");
        }
    }

    @Nested
    class WhatIsKept {

        @Test
        void answersOfNoFieldFallAway() {
            assertThat(evaluate(cascade, Map.of("produto", "HUB", "admin", "true"))
                            .kept())
                    .containsOnlyKeys("produto");
        }

        @Test
        void aDefaultCountsUntilAnotherAnswerIsGiven() {
            var form = form(field("lojas", NUMBER, "'default': 1"));

            assertThat(evaluate(form, Map.of()).kept()).hasToString("{lojas=1}");
            assertThat(evaluate(form, Map.of("lojas", "12")).kept()).hasToString("{lojas=12}");
        }

        @Test
        void aDefaultThatSomebodyEmptiedDoesNotComeBack() {
            var form = form(field("canal", TEXT, "'default': 'site'", "'required': true"));

            var emptied = evaluate(form, Map.of("canal", " "));

            assertThat(emptied.missing()).containsExactly("canal");
            assertThat(evaluate(form, emptied.kept()).missing()).containsExactly("canal");
        }

        @Test
        void readingWhatWasKeptGivesTheSameAgain() {
            var answers = Map.<String, Object>of(
                    "produto", "ECOMMERCE", "modulo", "frete", "transportadora", " Rápida  Sul ");
            var once = evaluate(cascade, answers);

            assertThat(evaluate(cascade, once.kept())).isEqualTo(once);
            assertThat(once.isComplete()).isTrue();
        }

        @Test
        void servicesAndProjectsAreThoseOfTheCompany() {
            var form = form(field("servico", SERVICE), field("projeto", PROJECT));

            assertThat(FormRules.evaluate(form, Map.of("servico", "7", "projeto", 31), AGENCY)
                            .kept())
                    .hasToString("{servico=7, projeto=31}");
            assertThat(FormRules.evaluate(form, Map.of("servico", "8", "projeto", "31"), NOBODY)
                            .kept())
                    .as("of another company")
                    .isEmpty();
        }
    }

    @Nested
    class AnotherUnit {

        private final RequestForm other = form(
                field("produto", SINGLE_CHOICE, "'options': [{'value': 'HUB'}]"),
                field("transportadora", FieldKind.LONG_TEXT),
                field("loja", TEXT));

        @Test
        void onlyAnswersOfFieldsThatCeasedToExistAreDropped() {
            var mine = form(PRODUCT, field("loja", TEXT), field("pedido", TEXT));
            var answers = Map.<String, Object>of("produto", "HUB", "loja", "Araçá", "pedido", "8812");

            assertThat(FormRules.carry(mine, other, answers)).isEqualTo(Map.of("produto", "HUB", "loja", "Araçá"));
        }

        @Test
        void aFieldOfAnotherKindOrAnOptionThatDoesNotExistThereIsDroppedToo() {
            var answers = Map.<String, Object>of("produto", "ECOMMERCE", "transportadora", "Rápida Sul");

            assertThat(FormRules.carry(cascade, other, answers)).isEmpty();
        }
    }

    private static List<String> shown(FormState state) {
        return state.fields().stream().map(visible -> visible.field().key()).toList();
    }

    private static List<String> options(FormState state, String key) {
        return state.fields().stream()
                .filter(visible -> visible.field().key().equals(key))
                .flatMap(visible -> visible.options().stream())
                .map(Option::value)
                .toList();
    }
}
