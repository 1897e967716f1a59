package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.SqlArray;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.tickets.Sorted.Left;
import org.guiche.tickets.Sorted.Moved;
import org.guiche.tickets.TriageBoard.Card;
import org.guiche.units.Priority;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sorting new tickets: who may, in which order, back again, two people at once (S4-09..11). */
@ExtendWith(ArquillianExtension.class)
class TriageIT {

    private static final String ENTRY = "suporte";
    private static final int MANY = 200;

    @EJB
    Tickets tickets;

    @EJB
    Triages triages;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @EJB
    Queues queues;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final List<Long> crowd = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void leaveNoCrowdBehind() throws Exception {
        threads.shutdown();
        transaction.begin();
        em.createNativeQuery("""
                        update tickets_ticket t set in_triage = false, category = 'CLOSED', status_id = s.id
                        from units_status s where s.unit_id = t.unit_id and s.category = 'CLOSED'
                        and t.id = any(cast(?1 as bigint[]))""").setParameter(1, SqlArray.of(crowd)).executeUpdate();
        transaction.commit();
    }

    @Test
    void whatTheAnswersDoNotRouteWaitsToBeSortedInTheOrderOfItsQueue() {
        var first = opened("Primeiro");
        var second = opened("Segundo");
        var urgent = opened("Urgente");
        changes.change(urgent, TicketChange.toPriority(Priority.URGENT, Channel.PORTAL), people.talita(), null);
        var routed =
                tickets.open(Requests.agencia(Priority.HIGH), people.bruno()).code();
        var taken = opened("Alguém pegou");
        assignments.assign(taken, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);

        assertThat(column(people.talita()))
                .containsSubsequence(urgent, first, second)
                .doesNotContain(routed, taken);
        assertThat(column(people.rafael())).isEqualTo(column(people.talita()));
    }

    @Test
    void onlyWhoWorksInTheEntrySectorSortsThere() {
        var code = opened("Só de quem é");
        var talita = people.talita();
        for (var other : List.of(people.igor(), people.bruno(), people.marina())) {
            assertThat(triages.entries(other)).isEmpty();
            assertThatThrownBy(() -> triages.board(ENTRY, null, other)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> move(List.of(code), "envio", other)).isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> triages.board("marketing", null, talita)).isInstanceOf(AccessDenied.class);
        assertThat(triages.entries(talita)).extracting("key").containsExactly(ENTRY);
        assertThat(triages.entries(people.admin())).extracting("key").containsExactly(ENTRY);

        assertThat(move(List.of(code), "envio", people.rafael()).moved()).hasSize(1);
        assertThat(tickets.get(code, talita).sector().key()).isEqualTo("envio");
    }

    @Test
    void severalMoveAtOnceEachWithItsEventAndItsEntryTime() {
        var codes = List.of(opened("Um"), opened("Dois"), opened("Três"));
        var entered = codes.stream().map(this::entered).toList();

        var sorted = move(codes, "financeiro", people.talita());

        assertThat(sorted.to()).satisfies(to -> assertThat(to.key()).isEqualTo("financeiro"));
        assertThat(sorted.moved()).extracting(Moved::code).containsExactlyElementsOf(codes);
        assertThat(sorted.left()).isEmpty();
        assertThat(codes).map(this::entered).isEqualTo(entered);
        assertThat(codes).allSatisfy(code -> {
            assertThat(moves(code)).containsExactly("suporte → financeiro by Talita Nogueira");
            assertThat(column(people.talita())).doesNotContain(code);
        });
    }

    @Test
    void whoStaysIsSortedTooAndWaitsOnInTheQueue() {
        var code = opened("Fica");

        var sorted = move(List.of(code), ENTRY, people.talita());

        assertThat(column(people.talita())).doesNotContain(code);
        assertThat(tickets.get(code, people.talita()))
                .satisfies(ticket -> assertThat(ticket.sector().key()).isEqualTo(ENTRY))
                .satisfies(ticket -> assertThat(ticket.isWaiting()).isTrue());
        assertThat(moves(code)).containsExactly("null → suporte by Talita Nogueira");

        triages.undo(events(sorted), Channel.PORTAL, people.talita());
        assertThat(column(people.talita())).contains(code);
    }

    @Test
    void whatIsTakenBackWaitsWhereItDid() {
        var before = opened("Antes");
        var code = opened("Engano");
        var after = opened("Depois");
        var entered = entered(code);
        var sorted = move(List.of(code), "envio", people.talita());

        var undone = triages.undo(events(sorted), Channel.PORTAL, people.talita());

        assertThat(undone.moved()).extracting(Moved::code).containsExactly(code);
        assertThat(column(people.talita())).containsSubsequence(before, code, after);
        assertThat(entered(code)).isEqualTo(entered);
        assertThat(moves(code))
                .containsExactly("suporte → envio by Talita Nogueira", "envio → suporte by Talita Nogueira");
        assertThat(triages.undo(events(sorted), Channel.PORTAL, people.talita()).moved())
                .as("once")
                .isEmpty();
    }

    @Test
    void whatSomebodyTookOrMovedSinceIsNotTakenBackAndSaidSo() {
        var taken = opened("Pego");
        var moved = opened("Passado");
        var sorted = move(List.of(taken, moved), "marketing", people.talita());
        assignments.assign(taken, new Assignment(people.rafael().id(), Channel.PORTAL), people.rafael(), null);
        changes.change(moved, TicketChange.toSector("envio", Channel.PORTAL), people.admin(), null);

        var undone = triages.undo(events(sorted), Channel.PORTAL, people.talita());

        assertThat(undone.moved()).isEmpty();
        assertThat(undone.left())
                .containsExactly(
                        new Left(taken, taken + " não voltou: já está com Rafael Koga."),
                        new Left(
                                moved,
                                moved + " não voltou: alguém mudou o chamado depois, e ele está no setor Envio."));
        assertThat(tickets.get(taken, people.talita()).sector().key()).isEqualTo("marketing");
    }

    @Test
    void nobodyTakesTheMoveOfAnotherBack() {
        var code = opened("De outra pessoa");
        var sorted = move(List.of(code), "envio", people.talita());

        var undone = triages.undo(events(sorted), Channel.PORTAL, people.rafael());

        assertThat(undone.moved()).isEmpty();
        assertThat(tickets.get(code, people.talita()).sector().key()).isEqualTo("envio");
    }

    @Test
    void twoWhoSortTheSameTicketsAtOnceNeverOverwriteEachOther() throws Exception {
        var codes = IntStream.range(0, 20).mapToObj(n -> opened("Corrida " + n)).toList();
        var talita = people.talita();
        var rafael = people.rafael();
        for (var code : codes) {
            Callable<Sorted> one = () -> move(List.of(code), "envio", talita);
            Callable<Sorted> other = () -> move(List.of(code), "pagamento", rafael);
            var results = new ArrayList<Sorted>();
            for (var result : threads.invokeAll(List.of(one, other))) {
                results.add(result.get());
            }

            assertThat(moves(code)).hasSize(1);
            assertThat(results.stream().flatMap(sorted -> sorted.moved().stream()))
                    .hasSize(1);
            var loser =
                    results.stream().filter(sorted -> sorted.moved().isEmpty()).findFirst();
            assertThat(loser).hasValueSatisfying(sorted -> {
                assertThat(sorted.to()).isNull();
                assertThat(sorted.left())
                        .extracting(Left::reason)
                        .singleElement()
                        .asString()
                        .contains("outra pessoa já o encaminhou");
            });
        }
    }

    @Test
    void answersSuggestASectorElseTheWordsOfTheUnitDo() {
        var words = opened("Pix e boleto recusados no Checkout");
        var nothing = tickets.open(Requests.cx(), people.carla()).code();
        var mirante = people.marina();
        var concluded = tickets.open(
                        Requests.parceiros(people.company("Casa Jatobá"), people.project("Migração do catálogo")),
                        mirante)
                .code();

        assertThat(card(words).suggestion()).satisfies(found -> {
            assertThat(found.sector().key()).isEqualTo("pagamento");
            assertThat(found.words()).containsExactly("Pix", "boleto", "checkout");
        });
        assertThat(card(nothing).suggestion()).isNull();
        assertThat(card(concluded).suggestion()).satisfies(found -> {
            assertThat(found.sector().key()).isEqualTo("marketing");
            assertThat(found.words()).isEmpty();
        });
        assertThat(card(words).beginning()).startsWith("O frete não soma no carrinho.");
    }

    @Test
    void theBoardCostsTheSameHoweverManyWait() throws Exception {
        var talita = people.talita();
        var few = Statements.counting(em, () -> triages.board(ENTRY, null, talita));
        copies(opened("Muitos"), MANY);

        var many = Statements.counting(em, () -> triages.board(ENTRY, null, talita));

        assertThat(many.result().waiting()).isGreaterThanOrEqualTo(MANY);
        assertThat(many.result().cards().items()).hasSize(TriageReader.A_COLUMN);
        assertThat(many.result().cards().next()).isNotNull();
        assertThat(many.statements()).hasSameSizeAs(few.statements()).hasSize(5);
        assertThat(queues.counts(talita).triage()).isEqualTo(many.result().waiting());
        assertThat(queues.counts(people.igor()).triage()).isZero();
        assertThat(column(talita)).hasSize(many.result().waiting()).doesNotHaveDuplicates();
    }

    @Test
    void aHundredMoveInAFewStatementsAndMoreThanTwoHundredNotAtOnce() throws Exception {
        var talita = people.talita();
        var codes = copies(opened("Todos para o Envio"), MANY + 1);
        assertThatThrownBy(() -> move(codes, "envio", talita)).isInstanceOf(RuleViolation.class);

        var some = codes.subList(0, 100);
        var moved = Statements.counting(em, () -> move(some, "envio", talita));

        assertThat(moved.result().moved()).hasSize(100);
        assertThat(moved.statements().stream().filter(sql -> sql.startsWith("SELECT") || sql.startsWith("select")))
                .hasSizeLessThan(10);
        move(codes.subList(100, MANY + 1), "envio", talita);
    }

    private TicketCode opened(String subject) {
        return tickets.open(Requests.loja(subject), people.bruno()).code();
    }

    private Sorted move(List<TicketCode> codes, String to, Person agent) {
        return triages.move(new TriageMove(codes, ENTRY, to, Channel.PORTAL), agent);
    }

    private static List<Long> events(Sorted sorted) {
        return sorted.moved().stream().map(Moved::event).toList();
    }

    private List<TicketCode> column(Person agent) {
        return cards(agent).stream().map(card -> card.ticket().code()).toList();
    }

    private Card card(TicketCode code) {
        return cards(people.talita()).stream()
                .filter(card -> card.ticket().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Card> cards(Person agent) {
        var cards = new ArrayList<Card>();
        @Nullable String next = null;
        do {
            var page = triages.board(ENTRY, next, agent).cards();
            cards.addAll(page.items());
            next = page.next();
        } while (next != null);
        return cards;
    }

    private Object entered(TicketCode code) {
        return em.createNativeQuery("select queued_at from tickets_ticket where id = ?1")
                .setParameter(1, code.number())
                .getSingleResult();
    }

    private List<String> moves(TicketCode code) {
        return tickets.history(code, 100, null, people.talita()).items().stream()
                .filter(event -> event.type() == EventType.SECTOR_CHANGED || event.type() == EventType.TRIAGED)
                .map(event -> event.from() + " → " + event.to() + " by "
                        + Objects.requireNonNull(event.actor()).name())
                .toList();
    }

    /** So many like that one, each a second later. */
    private List<TicketCode> copies(TicketCode first, int count) throws Exception {
        transaction.begin();
        List<?> ids = em.createNativeQuery("""
                        insert into tickets_ticket (id, version, unit_id, form_id, sector_id, status_id, category, priority,
                            priority_rank, group_id, company_id, requester_id, opened_by_id, channel, identity_verified, subject,
                            contact, answers, created_at, queued_at, last_activity_at, changed_at, status_since, in_triage)
                        select nextval('tickets_code_seq'), 1, t.unit_id, t.form_id, t.sector_id, t.status_id, t.category, t.priority,
                            t.priority_rank, t.group_id, t.company_id, t.requester_id, t.opened_by_id, t.channel, true, t.subject,
                            t.contact, t.answers, t.created_at, t.queued_at + n * interval '1 second', t.last_activity_at,
                            t.changed_at, t.status_since, true
                        from tickets_ticket t, generate_series(1, ?2) n where t.id = ?1 returning id""")
                .setParameter(1, first.number())
                .setParameter(2, count)
                .getResultList();
        transaction.commit();
        ids.forEach(id -> crowd.add(((Number) id).longValue()));
        return ids.stream().map(id -> new TicketCode(((Number) id).longValue())).toList();
    }
}
