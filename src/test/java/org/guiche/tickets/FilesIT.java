package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.Samples.text;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.NotFound;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files follow their message: whoever may see that may see them, nobody else, and internal ones the staff alone. */
@ExtendWith(ArquillianExtension.class)
class FilesIT {

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Replies replies;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    @Test
    void aFileOfATicketIsForItsRequesterItsManagersAndTheStaff() {
        var file = sent(people.bruno());
        tickets.open(Requests.withFiles(Requests.loja("Com arquivo"), file.id()), people.bruno());

        assertSeenBy(file, people.bruno(), people.joana(), people.rafael(), people.talita(), people.admin());
        assertHiddenFrom(file, people.carla(), people.marina(), people.paulo());
    }

    @Test
    void aFileOfAPartnersTicketIsNotTheClientsNorAnotherPartners() {
        var file = sent(people.marina());
        var request = Requests.parceiros(people.company("Casa Jatobá"), null);
        tickets.open(Requests.withFiles(request, file.id()), people.marina());

        assertSeenBy(file, people.marina(), people.rafael());
        assertHiddenFrom(file, people.joana(), people.bruno(), people.carla(), people.paulo());
    }

    @Test
    void aFileOfANoteIsTheStaffsAloneAndThoseOfAnAnswerAreNot() {
        var code = tickets.open(Requests.loja("Com nota e arquivo"), people.bruno())
                .code();
        var noted = sent(people.talita());
        var answered = sent(people.talita());
        replies.add(code, with("Só entre nós.", true, noted), people.talita(), null);
        replies.add(code, with("Segue o modelo.", false, answered), people.talita(), null);

        assertSeenBy(noted, people.rafael(), people.talita());
        assertHiddenFrom(noted, people.bruno(), people.joana(), people.carla());
        assertSeenBy(answered, people.bruno(), people.joana());
        assertThat(tickets.story(code, people.bruno()).messages())
                .flatExtracting(MessageDetails::files)
                .containsExactly(answered);
    }

    @Test
    void nobodyPutsAFileOfSomebodyElseIntoATicket() {
        var foreign = sent(people.carla());
        var used = sent(people.bruno());
        var code = tickets.open(Requests.withFiles(Requests.loja("Já usado"), used.id()), people.bruno())
                .code();

        for (var file : List.of(foreign.id(), used.id(), UUID.randomUUID())) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            tickets.open(Requests.withFiles(Requests.loja("Com o de outro"), file), people.bruno()));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> comments.add(code, with("Vejam isto.", false, foreign), people.bruno()));
        assertThat(tickets.story(code, people.bruno()).messages()).hasSize(1);
        assertHiddenFrom(foreign, people.bruno());
    }

    private StoredFile sent(Person owner) {
        var bytes = new ByteArrayInputStream(text("conteúdo " + UUID.randomUUID()));
        return attachments.store(owner, "nota.txt", bytes, AllowedFiles.DEFAULT);
    }

    private static Reply with(String text, boolean internal, StoredFile file) {
        return new Reply(text, TextFormat.TEXT, internal, List.of(), List.of(file.id()), null, null, Channel.PORTAL);
    }

    private void assertSeenBy(StoredFile file, Person... some) {
        for (var person : some) {
            assertThat(tickets.file(file.id(), person)).as(person.name()).isEqualTo(file);
        }
    }

    private void assertHiddenFrom(StoredFile file, Person... some) {
        for (var person : some) {
            assertThatExceptionOfType(NotFound.class)
                    .as(person.name())
                    .isThrownBy(() -> tickets.file(file.id(), person));
        }
    }
}
