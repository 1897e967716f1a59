package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.partners.CompanyRegistry;
import org.guiche.partners.CompanyText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.tickets.DraftContent.Choice;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a ticket takes no more messages, another one goes on, with what is known already. */
@ExtendWith(ArquillianExtension.class)
class FollowUpIT {

    @EJB
    Tickets tickets;

    @EJB
    Continuations continuations;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    Drafts drafts;

    @EJB
    DraftViews views;

    @EJB
    DraftChecks checks;

    @EJB
    Links links;

    @EJB
    CompanyRegistry companies;

    @Inject
    People people;

    @BeforeEach
    void nobodyIsWriting() {
        drafts.discard(people.carla());
        drafts.discard(people.marina());
    }

    private static Reply said(String words) {
        return new Reply(
                words, TextFormat.TEXT, false, List.of("socio@araca.example"), List.of(), null, null, Channel.API);
    }

    private TicketCode resolved(OpenTicket request, Person person) {
        var code = tickets.open(request, person).code();
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
        return code;
    }

    /** REQUIREMENTS section 8, 8: refused by the server, and there is a way on. */
    @Test
    void aCommentOnResolvedIsRefusedWhereTheUnitSaysSoAndAFollowUpTicketIsTheWayOn() {
        var code = resolved(Requests.erp(), people.carla());
        assertThatThrownBy(() -> comments.add(code, said("Ainda não."), people.carla()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("refused");

        var next = continuations.open(code, said("Voltou a falhar."), people.carla(), null);

        var before = tickets.get(code, people.carla());
        assertThat(next.subject()).isEqualTo(before.subject());
        assertThat(next.answers()).isEqualTo(before.answers());
        assertThat(next.unit().key()).isEqualTo("erp");
        assertThat(next.cc()).contains("socio@araca.example");
        assertThat(next.description()).contains("Voltou a falhar.");
        assertThat(links.list(next.code(), people.carla()))
                .extracting(LinkedTicket::role, LinkedTicket::code)
                .containsExactly(tuple(LinkRole.FOLLOW_UP, code));
        assertThat(links.list(code, people.carla()))
                .extracting(LinkedTicket::role, LinkedTicket::code)
                .containsExactly(tuple(LinkRole.FOLLOWED_BY, next.code()));
        assertThat(before.status().key()).isEqualTo("resolvido");
    }

    @Test
    void whatStillTakesMessagesHasNoFollowUp() {
        var code = tickets.open(Requests.erp(), people.carla()).code();

        assertThatThrownBy(() -> continuations.open(code, said("Mais."), people.carla(), null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("follow-up.open");
        assertThatThrownBy(() -> continuations.draft(code, "", List.of(), people.carla()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void nothingGoesOnForACompanyThatTakesNoNewTicketsAndWhatIsOpenDoes() {
        var code = resolved(Requests.erp(), people.carla());
        var open = tickets.open(Requests.erp(), people.carla()).code();
        var company = companies.get(people.company("Loja Araçá"), people.admin());
        var text = company.text();
        companies.change(
                company.id(),
                new CompanyText(text.name(), text.cnpj(), text.address(), false, text.domains()),
                null,
                people.admin());
        try {
            assertThatThrownBy(() -> continuations.open(code, said("Voltou."), people.carla(), null))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("partners.company.closed");
            assertThatThrownBy(() -> tickets.open(Requests.erp(), people.carla()))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("partners.company.closed");
            comments.add(open, said("Ainda aqui."), people.carla());
            assertThat(tickets.get(code, people.carla()).status().key()).isEqualTo("resolvido");
        } finally {
            companies.change(company.id(), text, null, people.admin());
        }
    }

    @Test
    void nobodyGoesOnFromATicketOfOthers() {
        var code = resolved(Requests.erp(), people.carla());

        assertThatThrownBy(() -> continuations.open(code, said("Oi"), people.bruno(), null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> continuations.draft(code, "", List.of(), people.marina()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aFollowUpByTheStaffIsTheRequestersTicket() {
        var code = resolved(Requests.erp(), people.carla());

        var next = continuations.open(code, said("Vimos outra causa."), people.talita(), null);

        assertThat(next.requester().id()).isEqualTo(people.carla().id());
        assertThat(next.openedBy().id()).isEqualTo(people.talita().id());
        assertThat(tickets.get(next.code(), people.carla()).code()).isEqualTo(next.code());
    }

    @Test
    void theWizardBeginsWithWhatIsKnownAndKeepsTheLinkWhenItIsSent() {
        var code = resolved(Requests.erp(), people.carla());
        continuations.draft(code, "<p>Voltou.</p>", List.of(), people.carla());

        var draft = drafts.current(people.carla());
        var view = views.view(draft.content(), "erp", people.carla());
        assertThat(view.content().follows()).isEqualTo(code);
        assertThat(checks.isRequestComplete(view, people.carla())).isTrue();
        assertThat(checks.subject(view)).isEqualTo("Nota 3312 rejeitada");
        assertThat(view.content().request().answers())
                .isEqualTo(tickets.get(code, people.carla()).answers());

        var sent = drafts.submit(draft.id(), people.carla());
        drafts.submit(draft.id(), people.carla());
        assertThat(links.list(sent.code(), people.carla()))
                .extracting(LinkedTicket::role, LinkedTicket::code)
                .containsExactly(tuple(LinkRole.FOLLOW_UP, code));
        assertThat(tickets.history(code, 200, null, people.carla()).items())
                .filteredOn(event -> event.type() == EventType.CONTINUED)
                .extracting(EventDetails::to)
                .containsExactly(sent.code().digits());
    }

    @Test
    void whereTheUnitComposesTheSubjectOnlyTheRestOfItIsWritten() {
        var request = Requests.parceiros(people.company("Casa Jatobá"), null);
        var code = resolved(request, people.marina());
        continuations.draft(code, "<p>Voltou.</p>", List.of(), people.marina());

        var view = views.view(drafts.current(people.marina()).content(), "parceiros", people.marina());
        assertThat(checks.subject(view))
                .isEqualTo(tickets.get(code, people.marina()).subject());
        assertThat(view.content().request().subjectParts()).containsEntry("titulo", "Cupom não aplica no carrinho");
        assertThat(view.content().contacts().cc()).containsExactly("financeiro@jatoba.example");
    }

    @Test
    void aDraftThatNamesATicketOfOthersBecomesATicketWithoutALink() {
        var foreign = resolved(Requests.erp(), people.bruno());
        var own = resolved(Requests.erp(), people.carla());
        continuations.draft(own, "<p>Voltou.</p>", List.of(), people.carla());
        var content = drafts.current(people.carla()).content();
        var forged = new DraftContent(content.request(), content.contacts(), Choice.NOTHING, foreign);
        drafts.discard(people.carla());
        var window = DraftWindow.on(new Draft(UUID.randomUUID(), 0, null, forged, null));
        drafts.save(window, forged, people.carla());

        var sent = drafts.submit(window.draft(), people.carla());
        assertThat(links.list(sent.code(), people.talita())).isEmpty();
        assertThat(links.list(foreign, people.talita())).isEmpty();
    }

    @Test
    void anAnswerThatTheFormDoesNotKnowAnyMoreFallsAway() {
        var content = DraftContent.NOTHING.with(
                DraftContent.Request.NOTHING.withUnit("erp").withAnswers(Map.of("nada", "x")));

        assertThat(views.view(content, "erp", people.carla())
                        .content()
                        .request()
                        .answers())
                .doesNotContainKey("nada");
    }
}
