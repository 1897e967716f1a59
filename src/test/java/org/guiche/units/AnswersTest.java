package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.units.Forms.evaluate;
import static org.guiche.units.Forms.field;
import static org.guiche.units.Forms.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.guiche.shared.JsonMap;
import org.guiche.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT      | '  Frete   não soma ' | 'Frete   não soma'",
                "LONG_TEXT | 'um\r\ndois'          | 'um\ndois'",
                "NUMBER    | 1.234,56              | 1234.56",
                "NUMBER    | 1.5                   | 1.5",
                "NUMBER    | 1.500                 | 1500",
                "NUMBER    | -0,10                 | -0.1",
                "DATE      | 25/11/2026            | 2026-11-25",
                "DATE      | 2026-02-28            | 2026-02-28",
                "BOOLEAN   | Sim                   | true",
                "BOOLEAN   | nao                   | false",
                "EMAIL     | Marina@Mirante.Example | marina@mirante.example",
                "CPF       | 529.982.247-25        | 52998224725",
                "CNPJ      | 12.ABC.345/01DE-35    | 12ABC34501DE35",
                "PHONE     | (11) 98888-7777       | +5511988887777",
                "URL       | https://loja.example/produto?ref=1 | https://loja.example/produto?ref=1",
            })
    void anAnswerIsKeptInItsNormalForm(FieldKind kind, String typed, String normal) {
        var state = evaluate(form(field("campo", kind)), Map.of("campo", typed));

        assertThat(state.errors()).isEmpty();
        assertThat(String.valueOf(state.kept().get("campo"))).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER  | 12a           | “O campo” pede um número, como 1.234,56.",
                "NUMBER  | 1,2,3         | “O campo” pede um número, como 1.234,56.",
                "DATE    | 31/02/2026    | “O campo” pede uma data, como 25/11/2026.",
                "DATE    | 2026-13-01    | “O campo” pede uma data, como 25/11/2026.",
                "BOOLEAN | talvez        | Responda “O campo” com sim ou não.",
                "URL     | javascript:alert(1) | “O campo” pede um endereço que comece com http:// ou https://.",
                "URL     | loja.example  | “O campo” pede um endereço que comece com http:// ou https://.",
            })
    void whatTheFieldDoesNotTakeIsRefusedInWords(FieldKind kind, String typed, String sentence) {
        assertThat(refusals(form(field("campo", kind)), typed)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, marina@", "CPF, 529.982.247-24", "CPF, 111.111.111-11", "CNPJ, 12.ABC.345/01DE-36", "PHONE, 123"
    })
    void numbersWithWrongCheckDigitsAndBrokenAddressesAreRefused(FieldKind kind, String typed) {
        assertThat(refusals(form(field("campo", kind)), typed)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 'min': 1, 'max': 31   | 0          | “O campo” pede um número a partir de 1.",
                "NUMBER | 'min': 1, 'max': 31   | 31,5       | “O campo” pede um número até 31.",
                "NUMBER | 'whole': true         | 1,5        | “O campo” pede um número inteiro, como 12.",
                "DATE   | 'min': 'today-30'     | 2026-10-25 | “O campo” pede uma data a partir de 26/10/2026.",
                "DATE   | 'max': 'today'        | 26/11/2026 | “O campo” pede uma data até 25/11/2026.",
                "TEXT   | 'minLength': 5        | abc        | “O campo” pede pelo menos 5 letras.",
                "TEXT   | 'maxLength': 5        | abcdef     | “O campo” aceita até 5 letras. Resuma e deixe os detalhes na descrição.",
                "TEXT   | 'pattern': 'AR-[0-9]+' | 12        | “O campo” não está no formato esperado.",
                "TEXT   | 'pattern': 'AR-[0-9]+', 'message': 'Escreva como AR-12.' | 12 | Escreva como AR-12.",
            })
    void limitsOfTheDefinitionHold(FieldKind kind, String validation, String typed, String sentence) {
        var form = form(field("campo", kind, "'validation': {" + validation + "}"));

        assertThat(refusals(form, typed)).containsExactly(sentence);
    }

    @Test
    void anEmojiIsOneLetter() {
        var form = form(field("campo", FieldKind.TEXT, "'validation': {'maxLength': 3}"));

        assertThat(evaluate(form, Map.of("campo", "🙂🙂🙂")).errors()).isEmpty();
    }

    @Test
    void aNumberOfTheApiIsTakenAsItIsUnlessWritingItOutWouldTakePages() {
        var form = form(field("campo", FieldKind.NUMBER));

        assertThat(evaluate(form, Map.of("campo", 1500)).kept()).containsEntry("campo", new BigDecimal(1500));
        assertThat(refusals(form, new BigDecimal("1e999999"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'0,125', 0.125", "'1,125', 1.125", "'1.125', 1125", "'1.234.567,891', 1234567.891"})
    void aNumberKeptAsJsonIsTheSameNumberWhenItIsReadAgain(String typed, BigDecimal number) {
        var form = form(field("campo", FieldKind.NUMBER));
        var kept = evaluate(form, Map.of("campo", typed)).kept();

        var again = evaluate(form, JsonMap.read(JsonMap.write(kept))).kept();

        assertThat(again).isEqualTo(Map.of("campo", number));
    }

    @Test
    void aListWhereATextIsAskedIsRefused() {
        assertThat(refusals(form(field("campo", FieldKind.TEXT)), List.of("um", "dois")))
                .containsExactly("“O campo” não aceita este tipo de resposta.");
    }

    @Test
    void severalChoicesAreKeptInTheFormsOrderAndOnlyOnce() {
        var form = form(field(
                "campo", FieldKind.MULTIPLE_CHOICE, "'options': [{'value': 'a'}, {'value': 'b'}, {'value': 'c'}]"));

        assertThat(evaluate(form, Map.of("campo", List.of("c", "a", "c"))).kept())
                .containsEntry("campo", List.of("a", "c"));
        assertThat(refusals(form, List.of("a", "d")))
                .containsExactly("“O campo” não tem a opção “d”. Escolha uma das que aparecem.");
    }

    private static List<String> refusals(RequestForm form, Object typed) {
        var state = evaluate(form, Map.of("campo", typed));
        assertThat(state.kept()).isEmpty();
        assertThat(state.missing()).as("wrong is not missing").isEmpty();
        return state.errors().stream()
                .map(error -> Texts.get(error.key(), error.args().toArray()))
                .toList();
    }
}
