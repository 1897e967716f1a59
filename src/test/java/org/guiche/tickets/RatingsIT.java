package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requesters say how the help was: of a solved ticket and of each reply; nobody else does, and only the staff reads it (S1-19). */
@ExtendWith(ArquillianExtension.class)
class RatingsIT {

    @EJB
    Tickets tickets;

    @EJB
    Ratings ratings;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    Merges merges;

    @EJB
    Splits splits;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    private static NewRating points(long score, String comment, Praise... liked) {
        return new NewRating(score, Set.of(liked), comment, Channel.PORTAL);
    }

    private static Reply said(String words, boolean internal) {
        return new Reply(words, TextFormat.TEXT, internal, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private TicketCode opened() {
        return tickets.open(Requests.loja("Avaliado"), people.bruno()).code();
    }

    private TicketCode solved() {
        return become(opened(), "resolvido");
    }

    private TicketCode become(TicketCode code, String status) {
        changes.changeStatus(code, new StatusChange(status, null, null, Channel.PORTAL), people.talita(), null);
        return code;
    }

    private long reply(TicketCode code, String words) {
        return replies.add(code, said(words, false), people.talita(), null)
                .message()
                .id();
    }

    private List<Object> rows(String sql, TicketCode code) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, code.number()).getResultList();
        return List.copyOf(rows);
    }

    private TicketRatings seen(TicketCode code, Person person) {
        return tickets.story(code, person).ratings();
    }

    private List<EventDetails> told(TicketCode code, Person person) {
        return tickets.history(code, 200, null, person).items().stream()
                .filter(event -> Set.of(EventType.RATED, EventType.REPLY_RATED).contains(event.type()))
                .toList();
    }

    @Test
    void theRequesterRatesASolvedTicketAndTheLastWordCounts() {
        var code = solved();

        ratings.rate(code, points(2, "Demorou.", Praise.CLARITY), people.bruno());
        var last = ratings.rate(code, points(5, "  Agora foi.\u0007 ", Praise.AT_ONCE, Praise.SPEED), people.bruno());

        assertThat(seen(code, people.bruno()).whole()).isEqualTo(last);
        assertThat(last.score()).isEqualTo(5);
        assertThat(last.comment()).isEqualTo("Agora foi.");
        assertThat(last.liked()).containsExactlyInAnyOrder(Praise.AT_ONCE, Praise.SPEED);
        assertThat(rows("select score from tickets_rating where ticket_id = ?1", code))
                .hasSize(1);
    }

    @Test
    void aClosedTicketIsRatedTooAndOneInWorkIsNotYet() {
        var code = opened();
        assertThatThrownBy(() -> ratings.rate(code, points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("unsolved");

        become(code, "resolvido");
        become(code, "fechado");

        assertThat(ratings.rate(code, points(3, ""), people.bruno()).score()).isEqualTo(3);
    }

    @Test
    void eachReplyOfTheStaffIsRatedAtAnyTime() {
        var code = opened();
        var first = reply(code, "Qual é o pedido?");
        var second = reply(code, "Corrigimos.");

        ratings.rateReply(first, points(2, "Já tinha dito."), people.bruno());
        ratings.rateReply(second, points(5, ""), people.bruno());
        ratings.rateReply(first, points(3, ""), people.bruno());

        assertThat(seen(code, people.bruno()).replies())
                .extractingFromEntries(one -> tuple(one.getKey(), one.getValue().score()))
                .containsExactlyInAnyOrder(tuple(first, 3), tuple(second, 5));
        assertThat(seen(code, people.bruno()).whole()).isNull();
    }

    @Test
    void onlyWhoAskedRatesAndNeverTheStaff() {
        var code = solved();
        var reply = reply(code, "Corrigimos.");

        for (var other : List.of(people.joana(), people.talita(), people.rafael(), people.admin())) {
            assertThatThrownBy(() -> ratings.rate(code, points(1, ""), other)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> ratings.rateReply(reply, points(1, ""), other))
                    .isInstanceOf(AccessDenied.class);
        }
        for (var stranger : List.of(people.carla(), people.marina())) {
            assertThatThrownBy(() -> ratings.rate(code, points(1, ""), stranger))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> ratings.rateReply(reply, points(1, ""), stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(seen(code, people.talita()).whole()).isNull();
        assertThat(seen(code, people.talita()).replies()).isEmpty();
        var own = become(
                tickets.open(
                                Requests.onBehalfOf(people.company("Casa Jatobá"), Requests.loja("Da equipe")),
                                people.rafael())
                        .code(),
                "resolvido");
        assertThatThrownBy(() -> ratings.rate(own, points(5, ""), people.rafael()))
                .as("somebody of the staff for what was asked by the staff")
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void whatIsNoReplyOfTheStaffIsNotRated() {
        var code = opened();
        var own = comments.add(code, said("Ainda falta.", false), people.bruno())
                .message()
                .id();
        var note = replies.add(code, said("Entre nós.", true), people.talita(), null)
                .message()
                .id();
        var managers = comments.add(code, said("Urgente.", false), people.joana())
                .message()
                .id();

        assertThatThrownBy(() -> ratings.rateReply(own, points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("own");
        assertThatThrownBy(() -> ratings.rateReply(managers, points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("no-reply");
        for (var none : Stream.of(note, 0L, 999_999_999L).toList()) {
            assertThatThrownBy(() -> ratings.rateReply(none, points(5, ""), people.bruno()))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("message");
        }
    }

    @Test
    void whatAnotherTicketTellsIsRatedThereOrNotAtAll() {
        var kept = solved();
        var merged = opened();
        var reply = reply(merged, "Vimos.");
        ratings.rateReply(reply, points(4, ""), people.bruno());
        merges.merge(merged, new Merging(kept, Channel.PORTAL), people.talita(), null);

        assertThatThrownBy(() -> ratings.rate(merged, points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("merged");
        assertThatThrownBy(() -> ratings.rateReply(reply, points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("merged");
        assertThat(seen(kept, people.talita()).of(reply))
                .as("told where it is read")
                .isNotNull();

        var source = opened();
        var said = reply(source, "Dois assuntos.");
        var part = splits.split(source, new Split(List.of(said), null, Channel.PORTAL), people.talita(), null)
                .code();
        var copy = tickets.story(part, people.bruno()).messages().get(0);
        assertThat(seen(part, people.bruno()).isOpen(copy)).isFalse();
        assertThatThrownBy(() -> ratings.rateReply(copy.id(), points(5, ""), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void whatIsNoRatingIsRefused() {
        var code = solved();

        for (var score : List.of(0L, 6L, -1L, 4_294_967_297L)) {
            assertThatThrownBy(() -> ratings.rate(code, points(score, ""), people.bruno()))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("score");
        }
        assertThatThrownBy(() -> ratings.rate(code, points(5, "x".repeat(Ratings.LONGEST_COMMENT + 1)), people.bruno()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("long");
        assertThat(ratings.rate(code, points(5, "x".repeat(Ratings.LONGEST_COMMENT)), people.bruno())
                        .comment())
                .hasSize(Ratings.LONGEST_COMMENT);
    }

    @Test
    void theStaffReadsItAndNobodyElseOfTheGroup() {
        var code = solved();
        var reply = reply(code, "Corrigimos.");
        ratings.rate(code, points(1, "Não resolveu.", Praise.KINDNESS), people.bruno());
        ratings.rateReply(reply, points(2, "Confusa."), people.bruno());

        for (var agent : List.of(people.talita(), people.igor())) {
            assertThat(seen(code, agent).open()).isFalse();
            assertThat(seen(code, agent).whole()).extracting("score", "comment").containsExactly(1, "Não resolveu.");
            assertThat(seen(code, agent).of(reply))
                    .extracting("score", "comment")
                    .containsExactly(2, "Confusa.");
        }
        assertThat(seen(code, people.bruno()).open()).isTrue();
        assertThat(seen(code, people.joana())).isEqualTo(TicketRatings.none());
    }

    @Test
    void historyTellsTheStaffWhatWasGivenAndWhatWasGivenBefore() {
        var code = solved();
        var reply = reply(code, "Corrigimos.");
        var active = tickets.get(code, people.bruno()).lastActivityAt();
        var version = tickets.get(code, people.bruno()).version();

        ratings.rate(code, points(2, "Um."), people.bruno());
        ratings.rate(code, points(2, "Um."), people.bruno());
        ratings.rate(code, points(2, "Outro."), people.bruno());
        ratings.rate(code, points(4, "Outro."), people.bruno());
        ratings.rateReply(reply, points(5, ""), people.bruno());

        assertThat(told(code, people.talita()))
                .extracting(EventDetails::type, EventDetails::from, EventDetails::to)
                .containsExactly(
                        tuple(EventType.RATED, null, "2"),
                        tuple(EventType.RATED, "2", "4"),
                        tuple(EventType.REPLY_RATED, null, "5"));
        assertThat(told(code, people.talita()))
                .extracting(event -> event.actor() == null ? 0 : event.actor().id())
                .containsOnly(people.bruno().id());
        assertThat(told(code, people.bruno())).isEmpty();
        assertThat(tickets.get(code, people.bruno()).lastActivityAt()).isEqualTo(active);
        assertThat(tickets.get(code, people.bruno()).version())
                .as("nobody who works on it is told to look again")
                .isEqualTo(version);
    }

    @Test
    void theMailOfTheSolutionLeadsToTheCardAndNoOther() {
        var code = opened();
        reply(code, "Qual é o pedido?");
        become(code, "resolvido");

        var bodies = "select body from channels_outbox where ticket_id = ?1 and kind ";
        assertThat(rows(bodies + "= 'RESOLVED'", code))
                .isNotEmpty()
                .allSatisfy(body -> assertThat((String) body).contains(code.path() + "#avaliar"));
        assertThat(rows(bodies + "<> 'RESOLVED'", code))
                .isNotEmpty()
                .allSatisfy(body -> assertThat((String) body).doesNotContain("#avaliar"));
    }
}
