package org.guiche.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void theFirstWordNamesTheBundle() {
        assertThat(Texts.get("shared.not-found")).isEqualTo("Não encontramos o que você procura.");
    }

    @Test
    void aKeyThatNobodyWroteStandsForItself() {
        assertThat(Texts.get("shared.nobody-wrote-this")).isEqualTo("shared.nobody-wrote-this");
        assertThat(Texts.has("nowhere.at-all")).isFalse();
    }

    @Test
    void codesAreNotGrouped() {
        assertThat(Texts.get("shared.error.code", 48213)).isEqualTo("Código do erro: 48213");
    }
}
