package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** REQUIREMENTS section 8, 13: nothing confidential goes to somebody of whom nobody knows who it is (S4-03, S4-04). */
@ExtendWith(ArquillianExtension.class)
class IdentityIT {

    private static final String BRUNO = "bruno@jatoba.example";

    @EJB
    Tickets tickets;

    @EJB
    Identities identities;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Solutions solutions;

    @EJB
    Changes changes;

    @EJB
    Continuations continuations;

    @EJB
    Splits splits;

    @EJB
    Merges merges;

    @Inject
    People people;

    private OpenTicket asked(String address, boolean sensitive) {
        var request = Requests.with(
                        Requests.loja("Ligou: trocar a senha"),
                        "loja",
                        Map.of("pedido", "88121", "mudaLoja", sensitive))
                .priority(null);
        return Requests.onBehalfOf(
                people.company("Casa Jatobá"),
                Requests.talkingTo(new Contact("Quem ligou", address, null, null), request));
    }

    private TicketCode byPhone(String address, boolean sensitive) {
        var ticket = tickets.open(asked(address, sensitive), people.rafael());
        assertThat(ticket.identityVerified()).isFalse();
        return ticket.code();
    }

    private static Reply answer(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private static StatusChange to(String status) {
        return new StatusChange(status, null, null, Channel.PORTAL);
    }

    private void isShut(TicketCode code) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> replies.add(code, answer("A senha nova é 1234."), people.talita(), null))
                .withMessageContaining("identity.shut");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> changes.changeStatus(code, to("resolvido"), people.talita(), null))
                .withMessageContaining("identity.shut");
        assertThat(tickets.get(code, people.talita()).status().category().isUnfinished())
                .isTrue();
        assertThat(tickets.story(code, people.bruno()).messages()).hasSize(1);
    }

    @Test
    void whatIsSensitiveAndCameByTelephoneIsNeitherAnsweredNorSolvedUntilItIsKnownWhoAsks() {
        var code = byPhone(BRUNO, true);
        isShut(code);
        replies.add(code, Reply.note("Só para nós.", Channel.PORTAL), people.talita(), null);
        changes.changeStatus(code, to("em-atendimento"), people.talita(), null);

        var known = identities.confirm(
                code, new Identification(IdentityProof.CALL_BACK, Channel.PORTAL), people.talita(), null);

        assertThat(known.identityVerified()).isTrue();
        replies.add(code, answer("Enviamos o link da troca."), people.talita(), null);
        changes.changeStatus(code, to("resolvido"), people.talita(), null);
        assertThat(tickets.story(code, people.talita()).events())
                .filteredOn(event -> event.type() == EventType.IDENTITY_CONFIRMED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.to()).isEqualTo("CALL_BACK");
                    assertThat(String.valueOf(event.actor())).contains("Talita");
                });
        assertThat(tickets.story(code, people.bruno()).events())
                .extracting(EventDetails::type)
                .doesNotContain(EventType.IDENTITY_CONFIRMED);
    }

    @Test
    void whatIsNotSensitiveIsAnsweredToWhoeverCalls() {
        var code = byPhone(BRUNO, false);

        replies.add(code, answer("O frete soma de novo."), people.talita(), null);
        changes.changeStatus(code, to("resolvido"), people.talita(), null);

        assertThat(tickets.get(code, people.talita()).identityVerified()).isFalse();
    }

    @Test
    void whoeverWritesInThePanelAsTheRequesterIsKnownByThat() {
        var code = byPhone(BRUNO, true);
        var asking = identities.ask(code, Channel.PORTAL, people.talita(), null);

        assertThat(asking.message().html()).contains("painel").doesNotContain("senha");
        assertThat(tickets.get(code, people.talita()).status().category()).isEqualTo(StatusCategory.PENDING);
        isStillShut(code);
        comments.add(code, answer("Fui eu que liguei."), people.joana());
        assertThat(tickets.get(code, people.talita()).identityVerified()).isFalse();

        comments.add(code, answer("Fui eu, sim."), people.bruno());

        assertThat(tickets.get(code, people.talita()).identityVerified()).isTrue();
        replies.add(code, answer("Enviamos o link da troca."), people.talita(), null);
    }

    private void isStillShut(TicketCode code) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> replies.add(code, answer("Pronto."), people.talita(), null));
    }

    /** Whoever writes it down for somebody unknown is its requester, and still does not know who asked. */
    @Test
    void ofSomebodyUnknownNobodySaysThatItIsKnownByWritingForHimOrHer() {
        var code = byPhone("ninguem@araca.example", true);

        refusesShut(() -> comments.add(code, answer("A senha nova é 1234."), people.rafael()));
        refusesShut(() -> solutions.confirm(code, people.rafael(), Channel.PORTAL));
        assertThat(tickets.get(code, people.talita()).identityVerified()).isFalse();
        assertThat(tickets.story(code, people.talita()).messages()).hasSize(1);
    }

    @Test
    void noOtherTicketIsAWayAroundIt() {
        var code = byPhone("ninguem@araca.example", true);
        var first = tickets.story(code, people.rafael()).messages().get(0).id();
        var other = byPhone("ninguem@araca.example", false);

        var part = splits.split(code, new Split(List.of(first), "", Channel.PORTAL), people.talita(), null);
        assertThat(part.identityVerified()).isFalse();
        isShutForStaff(part.code());
        refusesShut(() -> merges.merge(code, new Merging(other, Channel.PORTAL), people.talita(), null));
        refusesShut(() -> merges.look(code, other, people.talita()));
    }

    @Test
    void whatWasSolvedByItselfIsNotAnsweredInAFollowUp() {
        var code = byPhone(BRUNO, false);
        changes.changeStatus(code, to("resolvido"), people.talita(), null);
        changes.change(
                code,
                new TicketChange(Channel.PORTAL, null, null, null, null, null, null, Map.of("mudaLoja", true)),
                people.talita(),
                null);

        refusesShut(() -> continuations.open(code, answer("A senha nova é 1234."), people.talita(), null));
        assertThat(continuations
                        .open(code, answer("Voltou."), people.bruno(), null)
                        .identityVerified())
                .isTrue();
    }

    private void isShutForStaff(TicketCode code) {
        refusesShut(() -> replies.add(code, answer("A senha nova é 1234."), people.talita(), null));
    }

    private static void refusesShut(ThrowingCallable way) {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(way).withMessageContaining("identity.shut");
    }

    @Test
    void whatTheRequesterOpensInThePanelIsHisOrHers() {
        var request = Requests.with(
                        Requests.loja("Trocar a senha"), "loja", Map.of("pedido", "88121", "mudaLoja", true))
                .priority(null);
        var ticket = tickets.open(request, people.carla());

        assertThat(ticket.identityVerified()).isTrue();
        replies.add(ticket.code(), answer("Enviamos o link da troca."), people.talita(), null);
    }

    @Test
    void whatGoesOnFromItIsAsUnknownAsItWas() {
        var code = byPhone(BRUNO, false);
        changes.changeStatus(code, to("resolvido"), people.talita(), null);

        var byStaff = continuations.open(code, answer("Ligou de novo."), people.talita(), null);
        assertThat(byStaff.identityVerified()).isFalse();
        var byRequester = continuations.open(code, answer("Voltou."), people.bruno(), null);
        assertThat(byRequester.identityVerified()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = IdentityProof.class, mode = Mode.EXCLUDE, names = "PANEL")
    void anAgentStatesOnceHowItIsKnown(IdentityProof proof) {
        var code = byPhone(BRUNO, true);
        identities.confirm(code, new Identification(proof, Channel.PORTAL), people.talita(), null);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        identities.confirm(code, new Identification(proof, Channel.PORTAL), people.talita(), null))
                .withMessageContaining("identity.known");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> identities.ask(code, Channel.PORTAL, people.talita(), null))
                .withMessageContaining("identity.known");
    }

    @Test
    void thePanelAloneStatesThatItWasThePanelAndOnlyThoseWhoWorkOnItStateAnything() {
        var code = byPhone(BRUNO, true);

        refuses(RuleViolation.class, code, IdentityProof.PANEL, people.talita());
        refuses(AccessDenied.class, code, IdentityProof.CALL_BACK, people.bruno());
        refuses(AccessDenied.class, code, IdentityProof.CALL_BACK, people.igor());
        refuses(NotFound.class, code, IdentityProof.CALL_BACK, people.carla());
        assertThat(tickets.get(code, people.talita()).identityVerified()).isFalse();
    }

    private void refuses(Class<? extends Exception> refusal, TicketCode code, IdentityProof proof, Person person) {
        assertThatExceptionOfType(refusal)
                .isThrownBy(() -> identities.confirm(code, new Identification(proof, Channel.PORTAL), person, null));
    }
}
