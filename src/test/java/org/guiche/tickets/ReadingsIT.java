package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.shared.Email;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom the lists of the desk show is on record for whoever looks, once an hour, and costs a look no statement. */
@ExtendWith(ArquillianExtension.class)
class ReadingsIT {

    @EJB
    Tickets tickets;

    @EJB
    TicketSearch search;

    @EJB
    Queues queues;

    @EJB
    Triages triages;

    @EJB
    AccessLog access;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Groups groups;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    private Person agent() {
        var email = new Email(UUID.randomUUID() + "@leituras.example");
        var roles = people.talita().roles();
        return accounts.get(accounts.register(new NewPerson("Vera Leitora", email, null, null, null, roles)));
    }

    private Person requester() {
        var email = new Email(UUID.randomUUID() + "@jatoba.example");
        var id = accounts.register(new NewPerson("Nara da Fila", email, null, null, null, Set.of()));
        groups.join(id, people.bruno().memberships().get(0).groupId(), false, null);
        return accounts.get(id);
    }

    /** Whom that person read in lists, each as often as it is written. */
    private List<Long> written(Person reader) {
        access.write();
        List<?> ids = em.createNativeQuery(
                        "select subject_id from accounts_access where reader_id = ?1 and kind = 'LIST' order by 1")
                .setParameter(1, reader.id())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static Set<Long> requesters(Collection<TicketSummary> some) {
        return some.stream().map(ticket -> ticket.requester().id()).collect(Collectors.toSet());
    }

    @Test
    void whoAskedForWhatIsFoundIsOnRecordOnceHoweverOftenOneLooks() throws Exception {
        var nara = requester();
        tickets.open(Requests.loja("Na lista"), nara);
        var vera = agent();

        var first = Statements.counting(em, () -> search.list(TicketFilter.all().of(nara.id()), 10, null, vera));
        var again = Statements.counting(em, () -> search.list(TicketFilter.all().of(nara.id()), 10, null, vera));

        assertThat(first.result().items()).hasSize(1);
        assertThat(again.statements()).hasSize(1);
        assertThat(written(vera)).containsExactly(nara.id());
    }

    @Test
    void whoeverWaitsInAQueueIsOnRecord() {
        tickets.open(Requests.loja("Na fila"), requester());
        var vera = agent();

        var shown = Stream.of("suporte", "marketing")
                .flatMap(sector ->
                        Stream.of(queues.unfinished(sector, 50, null, vera), queues.waiting(sector, 50, null, vera)))
                .flatMap(page -> page.items().stream())
                .toList();

        assertThat(written(vera))
                .isNotEmpty()
                .containsExactlyElementsOf(requesters(shown).stream().sorted().toList());
    }

    @Test
    void whoeverIsOnTheBoardOfTriageIsOnRecord() {
        tickets.open(Requests.loja("No quadro"), requester());
        var talita = people.talita();
        var entry = triages.entries(talita).get(0).key();

        var board = triages.board(entry, null, talita);

        var shown = Stream.concat(
                        board.cards().items().stream().map(TriageBoard.Card::ticket),
                        board.lanes().stream().flatMap(lane -> lane.first().stream()))
                .filter(ticket -> ticket.requester().id() != talita.id())
                .toList();
        assertThat(written(talita)).isNotEmpty().containsAll(requesters(shown));
    }

    @Test
    void whoeverLooksAtTheOwnTicketsIsNotWrittenDown() {
        var nara = requester();
        tickets.open(Requests.loja("Meu"), nara);

        assertThat(search.list(TicketFilter.all(), 10, null, nara).items()).hasSize(1);

        assertThat(written(nara)).isEmpty();
    }
}
