package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.units.Condition.All;
import org.guiche.units.Condition.Any;
import org.guiche.units.Condition.Filled;
import org.guiche.units.Condition.In;
import org.guiche.units.Condition.Not;
import org.guiche.units.ConditionRows.ConditionRow;
import org.guiche.units.ConditionRows.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions as lines that people set up, and in words. */
class ConditionRowsTest {

    private static final RequestForm FORM = Forms.form(
            "{'key': 'produto', 'label': 'Produto', 'kind': 'SINGLE_CHOICE', 'options': [{'value': 'a', 'label': 'A loja'}, {'value': 'b'}, {'value': 'c'}, {'value': 'd'}, {'value': 'e'}]}",
            "{'key': 'parado', 'label': 'Parado', 'kind': 'BOOLEAN'}");

    private static final Condition IN = new In("produto", Set.of("a", "b"));

    static Stream<Condition> simple() {
        return Stream.of(
                IN,
                new Filled("produto"),
                new Not(IN),
                new Not(new Filled("produto")),
                new All(List.of(IN, new Not(new In("parado", Set.of("true"))))),
                new Any(List.of(new Filled("produto"), new In("parado", Set.of("true")))));
    }

    @ParameterizedTest
    @MethodSource("simple")
    void linesSayWhatTheConditionSays(Condition condition) {
        assertThat(ConditionRows.of(condition).orElseThrow().condition()).isEqualTo(condition);
    }

    @Test
    void whatLinesCannotSayIsLeftAsItIs() {
        assertThat(ConditionRows.of(new All(List.of(new Any(List.of(IN, IN)), IN))))
                .isEmpty();
        assertThat(ConditionRows.of(new Not(new Not(IN)))).isEmpty();
        assertThat(ConditionRows.of(null)).contains(ConditionRows.NONE);
    }

    @Test
    void linesAreAddedChangedAndTakenOut() {
        var one = ConditionRows.NONE.with(ConditionRow.about(FORM.fields().get(0)));
        assertThat(one.condition()).isEqualTo(new In("produto", Set.of()));
        assertThat(FormCheck.problems(Forms.form())).isEmpty();

        var two = one.with(0, new ConditionRow("produto", Operator.IS, Set.of("a")))
                .with(new ConditionRow("parado", Operator.EMPTY, Set.of("lost")));
        assertThat(two.condition())
                .isEqualTo(new All(List.of(new In("produto", Set.of("a")), new Not(new Filled("parado")))));
        assertThat(two.without(0).condition()).isEqualTo(new Not(new Filled("parado")));
        assertThat(two.without(0).without(0).condition()).isNull();
    }

    @Test
    void conditionsAreSaidInWords() {
        var words = new ConditionWords(FORM);

        assertThat(words.say(IN)).isEqualTo("Produto: A loja, b");
        assertThat(words.say(new Filled("produto"))).isEqualTo("depende de Produto");
        assertThat(words.say(new Not(new In("parado", Set.of("true"))))).isEqualTo("Parado não é sim");
        assertThat(words.say(new Not(new Filled("parado")))).isEqualTo("sem Parado");
        assertThat(words.say(new In("produto", Set.of("a", "b", "c", "d", "e"))))
                .isEqualTo("Produto: A loja, b, c e mais 2");
        assertThat(words.say(new In("foi", Set.of("x")))).isEqualTo("campo que saiu: x");
        assertThat(words.say(new All(List.of(new Filled("produto"), new In("parado", Set.of("false"))))))
                .isEqualTo("depende de Produto e Parado: não");
    }
}
