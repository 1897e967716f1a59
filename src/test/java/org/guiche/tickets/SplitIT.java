package org.guiche.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part of a conversation becomes a ticket of its own, and stays where it was said. */
@ExtendWith(ArquillianExtension.class)
class SplitIT {

    @EJB
    Tickets tickets;

    @EJB
    Splits splits;

    @EJB
    Links links;

    @EJB
    Merges merges;

    @EJB
    Comments comments;

    @EJB
    Replies replies;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    private TicketCode opened() {
        return tickets.open(Requests.loja("Dois assuntos"), people.carla()).code();
    }

    private static Reply said(String words, UUID... files) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(files), null, null, Channel.PORTAL);
    }

    private long says(TicketCode code, String words, UUID... files) {
        return comments.add(code, said(words, files), people.carla()).message().id();
    }

    private TicketDetails split(TicketCode code, @Nullable String subject, Long... messages) {
        return splits.split(code, new Split(List.of(messages), subject, Channel.PORTAL), people.talita(), null);
    }

    private List<MessageDetails> told(TicketCode code, Person person) {
        return tickets.story(code, person).messages();
    }

    @Test
    void theMessagesStandInANewTicketOfTheSameRequesterAndStayWhereTheyWereSaid() {
        var code = opened();
        var one = says(code, "Outra coisa: o boleto veio errado.");
        says(code, "Voltando ao frete.");
        var two = says(code, "O boleto de novo.");
        var made = split(code, "Boleto errado", two, one);

        var before = tickets.get(code, people.carla());
        assertThat(made.subject()).isEqualTo("Boleto errado");
        assertThat(made.requester()).isEqualTo(before.requester());
        assertThat(made.groupId()).isEqualTo(before.groupId());
        assertThat(made.answers()).isEqualTo(before.answers());
        assertThat(made.sector()).isEqualTo(before.sector());
        assertThat(made.openedBy().id()).isEqualTo(people.talita().id());
        assertThat(told(made.code(), people.carla())).hasSize(2).allSatisfy(message -> {
            assertThat(message.html()).contains("boleto");
            assertThat(message.author()).isEqualTo(before.requester());
            assertThat(message.origin()).isEqualTo(code);
        });
        assertThat(told(code, people.carla())).hasSize(4);
        assertThat(told(code, people.carla()))
                .filteredOn(message -> made.code().equals(message.splitInto()))
                .extracting(MessageDetails::id)
                .containsExactly(one, two);
        assertThat(links.list(code, people.carla()))
                .extracting(LinkedTicket::role, LinkedTicket::code)
                .containsExactly(tuple(LinkRole.RELATED, made.code()));
        assertThat(types(code)).contains(EventType.SPLIT_INTO);
        assertThat(types(made.code())).contains(EventType.CREATED, EventType.SPLIT_FROM);
    }

    private List<EventType> types(TicketCode code) {
        return tickets.history(code, 200, null, people.carla()).items().stream()
                .map(EventDetails::type)
                .toList();
    }

    @Test
    void itsFilesAreReachedFromBothAndKeptOnce() {
        var code = opened();
        var bytes = new ByteArrayInputStream("oi".getBytes(UTF_8));
        var file = attachments
                .store(people.carla(), "nota.txt", bytes, AllowedFiles.DEFAULT)
                .id();
        var message = says(code, "Com arquivo.", file);
        var made = split(code, null, message);

        assertThat(told(made.code(), people.carla()))
                .flatExtracting(MessageDetails::files)
                .extracting("id")
                .containsExactly(file);
        assertThat(told(code, people.carla()))
                .flatExtracting(MessageDetails::files)
                .extracting("id")
                .containsExactly(file);
        assertThat(tickets.file(file, people.carla()).id()).isEqualTo(file);
        assertThatThrownBy(() -> tickets.file(file, people.bruno())).isInstanceOf(NotFound.class);
        assertThat(made.subject()).isEqualTo("Dois assuntos");
    }

    @Test
    void notesForeignMessagesAndWhatIsSplitAlreadyAreRefusedAndNothingIsMade() {
        var code = opened();
        var message = says(code, "Uma vez só.");
        var foreign = says(opened(), "De outro chamado.");
        var note = replies.add(code, Reply.note("Só nós.", Channel.PORTAL), people.talita(), null)
                .message()
                .id();
        split(code, null, message);

        refused(code, "tickets.split.twice", message);
        refused(code, "tickets.split.unknown", foreign);
        refused(code, "tickets.split.unknown", 999_999_999_999L);
        refused(code, "tickets.split.note", note);
        refused(code, "tickets.split.count");
        assertThat(links.list(code, people.talita())).hasSize(1);
    }

    private void refused(TicketCode code, String key, Long... messages) {
        assertThatThrownBy(() -> split(code, null, messages))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void onlyTheStaffOfTheTicketSplitsAndOnlyWhatItHasSeen() {
        var code = opened();
        var split = new Split(List.of(says(code, "Direitos.")), null, Channel.PORTAL);

        assertThatThrownBy(() -> splits.split(code, split, people.carla(), null))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> splits.split(code, split, people.bruno(), null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> splits.split(code, split, people.igor(), null)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> splits.split(code, split, people.talita(), 77)).isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatWasMergedIntoATicketCanBeSplitFromIt() {
        var code = opened();
        var merged = opened();
        var message = says(merged, "Veio junto.");
        merges.merge(merged, new Merging(code, Channel.PORTAL), people.talita(), null);

        var made = split(code, null, message);
        assertThat(told(made.code(), people.carla()))
                .extracting(MessageDetails::origin)
                .containsExactly(merged);
    }

    @Test
    void theNewTicketHasPromisesOfItsOwn() {
        var client = people.company("Casa Jatobá");
        var code =
                tickets.open(Requests.parceiros(client, null), people.marina()).code();
        var message = comments.add(code, said("E o banner?"), people.marina())
                .message()
                .id();
        var made = split(code, "Banner", message);

        var before = Objects.requireNonNull(tickets.get(code, people.marina()).resolution());
        assertThat(Objects.requireNonNull(made.resolution()).due()).isAfterOrEqualTo(before.due());
        assertThat(tickets.deadlines(made.code(), people.marina())).isNotEmpty();
    }
}
