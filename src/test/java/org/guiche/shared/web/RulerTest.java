package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.guiche.shared.web.Ruler.Day;
import org.guiche.shared.web.Ruler.Kind;
import org.guiche.shared.web.Ruler.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulerTest {

    private static final String SENTENCE = "16 horas úteis: 3h10 na quarta, 8h30 na sexta, 4h20 na segunda";

    @Test
    void tenDaysAreAllDrawn() {
        assertThat(of(10).folded().days()).hasSize(10);
    }

    @Test
    void longerRulersKeepBothEndsAndTheSentence() {
        var folded = of(30).folded();
        assertThat(folded.days())
                .extracting(Day::label)
                .containsExactly("0", "1", "2", "3", "…", "26", "27", "28", "29");
        assertThat(folded.sentence()).isEqualTo(SENTENCE);
    }

    @Test
    void theDayOfTheDeadlineIsMarkedWhateverItsKind() {
        assertThat(day(Kind.OPEN, 51.0).css()).isEqualTo("end");
        assertThat(day(Kind.HOLIDAY, 0.0).css()).isEqualTo("off hol end");
        assertThat(day(Kind.OFF, null).css()).isEqualTo("off");
        assertThat(day(Kind.OPEN, null).css()).isEmpty();
    }

    @Test
    void aStretchLiesWithinItsDay() {
        assertThat(new Part(25, 75, false).width()).isEqualTo(50);
        assertThatThrownBy(() -> new Part(-1, 10, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part(0, 100.1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part(60, 40, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Ruler of(int days) {
        return new Ruler(
                IntStream.range(0, days)
                        .mapToObj(n -> new Day(String.valueOf(n), "", Kind.OPEN, List.of(), null))
                        .toList(),
                SENTENCE);
    }

    private static Day day(Kind kind, @Nullable Double due) {
        return new Day("seg", "24/11", kind, List.of(new Part(0, 51, false)), due);
    }
}
