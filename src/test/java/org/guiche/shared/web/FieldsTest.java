package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Fields fields = new Fields();

    @Test
    void aPhoneShowsTheKeyboardOfTheField() {
        assertThat(fields.inputType("EMAIL")).isEqualTo("email");
        assertThat(fields.inputMode("CPF")).isEqualTo("numeric");
        assertThat(fields.inputMode("NUMBER")).isEqualTo("decimal");
    }

    @Test
    void aCnpjMayHaveLettersSoNoNumericKeyboard() {
        assertThat(fields.inputMode("CNPJ")).isEmpty();
        assertThat(fields.mask("CNPJ")).isEqualTo("cnpj");
    }

    @Test
    void numbersAreTypedAsTextSoThatACommaIsAccepted() {
        assertThat(fields.inputType("NUMBER")).isEqualTo("text");
    }

    @Test
    void otherKindsAreText() {
        assertThat(fields.inputType("TEXT")).isEqualTo("text");
        assertThat(fields.inputMode(null)).isEmpty();
        assertThat(fields.mask("TEXT")).isEmpty();
    }

    @Test
    void limitsAreToldInWholeMegabytes() {
        assertThat(fields.megabytes(26_214_400L)).isEqualTo(25);
        assertThat(fields.megabytes(null)).isEqualTo(10);
    }
}
