package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void fifteenIsTheOldestThatWillDo() {
        assertThatCode(() -> ExternalDatabase.requireVersion(150_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ExternalDatabase.requireVersion(140_019))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.sentence())
                                .contains("a versão 14", "precisa da 15"));
    }
}
