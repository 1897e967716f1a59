package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Samples;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of a unit with a list of its own: the ERP's takes what banks return, and neither text nor films. */
@ExtendWith(ArquillianExtension.class)
class UnitFilesIT {

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    private StoredFile sent(String name, String place, Person person) {
        var bytes = new ByteArrayInputStream(Samples.text("02RETORNO01COBRANCA"));
        return attachments.store(person, name, bytes, attachments.allowedAt(place, person));
    }

    @Test
    void whatIsSentForTheUnitIsCheckedByItsList() {
        var bruno = people.bruno();

        assertThat(sent("retorno.RET", "unit/erp", bruno).name()).isEqualTo("retorno.RET");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> sent("nota.txt", "unit/erp", bruno))
                .satisfies(refusal -> assertThat(refusal.args())
                        .containsExactly("nota.txt", ".csv .jpeg .jpg .pdf .png .ret .xls .xlsx .zip", 10L));
        assertThatExceptionOfType(RuleViolation.class)
                .as("everywhere else")
                .isThrownBy(() -> sent("retorno.ret", "unit/loja", bruno));
    }

    @Test
    void aPlaceThatNobodyKnowsTakesWhatMostDo() {
        for (var place : List.of("unit/nenhuma", "unit/", "ticket/1", "ticket/99999999999999999999", "../x", "")) {
            assertThat(attachments.allowedAt(place, people.bruno())).as(place).isEqualTo(AllowedFiles.DEFAULT);
        }
        assertThat(attachments.allowedAt(null, people.bruno())).isEqualTo(AllowedFiles.DEFAULT);
    }

    @Test
    void aTicketCannotUseWhatItsUnitDoesNotTake() {
        var bruno = people.bruno();
        var film = sent("tela.txt", "", bruno);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> tickets.open(Requests.withFiles(Requests.erp(), film.id()), bruno))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(FieldError::field)
                        .containsExactly("attachments"))
                .satisfies(refusal -> assertThat(refusal.args()).contains("tela.txt", "ERP"));
        assertThat(attachments.unused(List.of(film.id()), bruno))
                .as("it is still there for another unit")
                .hasSize(1);
    }

    @Test
    void norCanAnAnswerInIt() {
        var bruno = people.bruno();
        var note = sent("retorno.ret", "unit/erp", bruno);
        var code = tickets.open(Requests.withFiles(Requests.erp(), note.id()), bruno)
                .code();
        var place = "ticket/" + code.digits();

        assertThat(attachments.allowedAt(place, bruno).permits(note)).isTrue();
        assertThat(attachments.allowedAt(place, people.carla()))
                .as("who may not see the ticket learns nothing of it")
                .isEqualTo(AllowedFiles.DEFAULT);
        var text = sent("mais.txt", "", bruno).id();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> comments.add(code, saying(text), bruno));
        assertThat(tickets.story(code, bruno).messages()).hasSize(1);
    }

    private static Reply saying(UUID file) {
        return new Reply(
                "Mais um arquivo.", TextFormat.TEXT, false, List.of(), List.of(file), null, null, Channel.PORTAL);
    }
}
