package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LooksTest {

    private final Looks looks = new Looks();

    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertThat(looks.initials("Marina Torres de Almeida")).isEqualTo("MA");
        assertThat(looks.initials("  átila  ")).isEqualTo("Á");
        assertThat(looks.initials("𝒜lfa 😀")).isEqualTo("𝒜😀");
        assertThat(looks.initials(" ")).isEqualTo("?");
        assertThat(looks.initials(null)).isEqualTo("?");
    }

    @Test
    void aNameKeepsItsColour() {
        assertThat(looks.colour("Marina Torres")).isEqualTo(looks.colour(" Marina Torres "));
        assertThat(Stream.iterate(0, n -> n + 1)
                        .limit(200)
                        .map(n -> looks.colour("Pessoa " + n))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("av-0", "av-1", "av-2", "av-3", "av-4", "av-5");
    }

    @Test
    void ringsGoInStepsOfFiveAndNeverPastFull() {
        assertThat(looks.percent(74)).isEqualTo("p-70");
        assertThat(looks.percent(140)).isEqualTo("p-100");
        assertThat(looks.percent(-3)).isEqualTo("p-0");
        assertThat(looks.percent(null)).isEqualTo("p-0");
    }

    @Test
    void filesAreKnownByTheEndOfTheirName() {
        assertThat(looks.fileIcon("Planilha.XLSX")).isEqualTo("file-excel");
        assertThat(looks.fileIcon("tela.png.exe")).isEqualTo("file");
        assertThat(looks.fileIcon("LEIAME")).isEqualTo("file");
        assertThat(looks.fileIcon(null)).isEqualTo("file");
    }

    @Test
    void everyStatusAndPriorityHasALookOfItsOwn() {
        assertThat(Stream.of("NEW", "OPEN", "PENDING", "ON_HOLD", "RESOLVED", "CLOSED")
                        .map(looks::status))
                .doesNotHaveDuplicates();
        assertThat(Stream.of("URGENT", "HIGH", "MEDIUM", "LOW").map(looks::priority))
                .doesNotHaveDuplicates();
        assertThat(Stream.of("URGENT", "HIGH", "MEDIUM", "LOW").map(p -> looks.priorityName(p, null)))
                .containsExactly("Urgente", "Alta", "Média", "Baixa");
        assertThat(looks.priorityName("LOW", "Sem pressa")).isEqualTo("Sem pressa");
    }

    @Test
    void stepsBeforeTheCurrentOneAreDone() {
        assertThat(looks.steps(2)).extracting(Looks.Step::css).containsExactly("done", "ui-state-highlight", "");
        assertThat(looks.steps(null)).extracting(Looks.Step::current).containsExactly(true, false, false);
    }
}
