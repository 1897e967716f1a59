package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.tickets.DraftContent.Choice;
import org.guiche.tickets.DraftContent.Contacts;
import org.guiche.tickets.DraftContent.Request;
import org.guiche.units.Priority;
import org.junit.jupiter.api.Test;

/** Drafts outlive releases: what was kept is read as it was written, step by step. */
class DraftJsonTest {

    private static final UUID FILE = UUID.fromString("018f3c1e-0000-7000-8000-000000000001");

    private static final DraftContent WRITTEN = new DraftContent(
            new Request(
                    "parceiros",
                    7L,
                    9L,
                    Map.of("tipo", "erro"),
                    "Cupom",
                    Map.of("titulo", "Cupom não aplica"),
                    "<p>Não aplica.</p>",
                    List.of(FILE)),
            new Contacts(
                    new Contact("Marina", "marina@mirante.example", "+5511999990000", null),
                    List.of("ti@jatoba.example")),
            new Choice("erro", Priority.HIGH),
            new TicketCode(48_213));

    @Test
    void aDraftIsReadAsItWasWritten() {
        assertThat(DraftJson.read(DraftJson.write(WRITTEN))).isEqualTo(WRITTEN);
        assertThat(DraftJson.read(DraftJson.write(DraftContent.NOTHING))).isEqualTo(DraftContent.NOTHING);
    }

    @Test
    void aDraftKeptEarlierIsStillRead() {
        assertThat(DraftJson.read("""
                        {"answers": {"tipo": "erro"}, "subjectParts": {"titulo": "Cupom não aplica"},
                         "description": "<p>Não aplica.</p>", "cc": ["ti@jatoba.example"],
                         "attachments": ["018f3c1e-0000-7000-8000-000000000001"], "unit": "parceiros", "subject": "Cupom",
                         "onBehalfOf": "7", "project": "9", "classification": "erro", "priority": "HIGH",
                         "contact": {"name": "Marina", "email": "marina@mirante.example", "phone": "+5511999990000"}}"""))
                .isEqualTo(new DraftContent(WRITTEN.request(), WRITTEN.contacts(), WRITTEN.choice(), null));
    }
}
