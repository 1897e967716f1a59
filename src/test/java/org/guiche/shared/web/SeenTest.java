package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTest {

    @Test
    void aPageSaysWhatItShowed() {
        assertThat(Seen.version("7", 9)).isEqualTo(7);
        assertThat(Seen.revision("70000000000", 9)).isEqualTo(70_000_000_000L);
    }

    @Test
    void aPageThatSaysNothingShowsWhatIsThereNow() {
        assertThat(Seen.version("", 9)).isEqualTo(9);
        assertThat(Seen.revision("", 9)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.0", " ", "9999999999999999999", "1;2"})
    void whatIsNoNumberWasSeenByNobody(String sent) {
        assertThat(Seen.version(sent, 9)).isNegative();
        assertThat(Seen.revision(sent, 9)).isNegative();
    }
}
