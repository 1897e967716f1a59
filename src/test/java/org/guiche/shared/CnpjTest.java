package org.guiche.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of BRAZIL section 2: numeric and alphanumeric CNPJ are reckoned alike and never become a number. */
class CnpjTest {

    @ParameterizedTest
    @ValueSource(strings = {"12.ABC.345/01DE-35", "00.000.000/0001-91", "11.222.333/0001-81", "44.038.188/0001-32"})
    void isOne(String typed) {
        assertThat(Cnpj.looksLike(typed)).isTrue();
        assertThat(Cnpj.of(typed).formatted()).isEqualTo(typed);
        assertThat(Cnpj.of(typed).value()).hasSize(14).doesNotContain(".", "/", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000", // reckons right, and is nobody's
                "11111111111111",
                "99999999999999",
                "12.ABC.345/01DE-36",
                "12.ABC.345/01DE-53",
                "12.ABC.345/01DE-3A", // check digits are digits
                "12.ABD.345/01DE-35",
                "191", // its zeros are part of it
                "112223330001811",
                "11.222.333/0001_81",
                "１１222333000181",
                "",
            })
    void isNone(String typed) {
        assertThat(Cnpj.looksLike(typed)).isFalse();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> Cnpj.of(typed));
    }

    @Test
    void smallLettersAreMadeCapitalWhereSomebodyTypesThemAndRefusedWhereItIsKept() {
        assertThat(Cnpj.of("12.abc.345/01de-35")).isEqualTo(new Cnpj("12ABC34501DE35"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> new Cnpj("12ABc34501DE35"));
    }
}
