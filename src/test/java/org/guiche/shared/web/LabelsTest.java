package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

    private final Labels labels = new Labels();

    @Test
    void whatThePageWroteWins() {
        assertThat(labels.text("Enviar", "shared.close", "send")).isEqualTo("Enviar");
        assertThat(labels.help("Só os números.", "shared.close", "cpf")).isEqualTo("Só os números.");
    }

    @Test
    void aWholeKeyIsTakenAsItIs() {
        assertThat(labels.text("", "shared.close", "send")).isEqualTo("Fechar");
        assertThat(labels.help(null, "shared.close", "send")).isEmpty();
    }

    @Test
    void theIdIsLookedUpInThePageAndThenInTheModule() {
        assertThat(Labels.key("/shared/error/home.xhtml", "x", "")).isEqualTo("shared.x");
        assertThat(Labels.key("/shared/error.xhtml", "home", "")).isEqualTo("shared.error.home");
        assertThat(Labels.key("/tickets/ticket.xhtml", "send", "")).isEqualTo("tickets.ticket.send");
        assertThat(Labels.key("/index.xhtml", "close", "")).isEqualTo("shared.close");
    }
}
