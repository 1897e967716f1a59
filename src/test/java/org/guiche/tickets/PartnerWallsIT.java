package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.ContractLife;
import org.guiche.partners.Contracts;
import org.guiche.partners.PartnerName;
import org.guiche.partners.Portfolio;
import org.guiche.partners.Span;
import org.guiche.partners.Step;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a partner sees of its tickets while its contract lasts, when a client leaves, and afterwards (S0-24 to S0-29). */
@ExtendWith(ArquillianExtension.class)
class PartnerWallsIT {

    @EJB
    Tickets tickets;

    @EJB
    TicketSearch search;

    @EJB
    Comments comments;

    @Inject
    Replies replies;

    @EJB
    Drafts drafts;

    @EJB
    Contracts contracts;

    @EJB
    ContractLife life;

    @EJB
    Portfolio portfolio;

    @EJB
    Companies companies;

    @EJB
    Groups groups;

    @EJB
    People people;

    @Inject
    org.guiche.support.People staff;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    private PartnerName partner;
    private Company client;
    private long contract;
    private Person user;
    private Person manager;

    @BeforeEach
    void prepare() {
        partner = contracts.addPartner("Agência do Muro", null);
        client = companies.add("Cliente do Muro", null);
        contracts.addClient(partner, client);
        user = somebody();
        manager = somebody();
        contract = contracts.sign(partner, today().minusDays(9), today().plusYears(1), user.id());
        groups.join(manager.id(), client.groupId(), true, null);
    }

    private Person somebody() {
        var email = Email.of("m" + UUID.randomUUID() + "@muro.example");
        return people.get(people.register(new NewPerson("Pessoa do Muro", email, null, null, null, Set.of())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Span.ZONE);
    }

    private TicketCode opened(Person by, String subject) {
        return tickets.open(Requests.onBehalfOf(client.id(), Requests.loja(subject)), people.get(by.id()))
                .code();
    }

    private boolean lists(Person person, TicketCode code) {
        return search.list(TicketFilter.all(), 200, null, people.get(person.id())).items().stream()
                .anyMatch(ticket -> ticket.code().equals(code));
    }

    /** REQUIREMENTS section 8, item 3. */
    @Test
    void thePartnersTicketIsNotTheClientsNorTheReverseAndWhoeverBelongsToBothSeesBoth() {
        var partners = opened(user, "Pela agência");
        var clients = opened(manager, "Pela loja");

        assertThat(lists(user, partners)).isTrue();
        assertThat(lists(user, clients)).isFalse();
        assertThat(lists(manager, clients)).isTrue();
        assertThat(lists(manager, partners)).isFalse();
        assertThat(lists(staff.admin(), partners)).isTrue();
        assertThat(lists(staff.admin(), clients)).isTrue();
        groups.join(manager.id(), partner.groupId(), true, null);
        assertThat(lists(manager, partners)).isTrue();
        assertThat(lists(manager, clients)).isTrue();
    }

    @Test
    void ofAClientThatLeftTheTicketsStayAndNewOnesAreRefused() {
        var before = opened(user, "Antes de sair");
        drafts.save(window(), writing("Depois de sair", client.id()), person());

        portfolio.remove(partner.id(), client.id(), staff.admin());

        assertThat(lists(user, before)).isTrue();
        assertThat(tickets.get(before, person()).subject()).isEqualTo("Antes de sair");
        comments.add(before, saying("Ainda aqui."), person());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> opened(user, "Depois de sair"))
                .withMessage("partners.company.not-found");
        var draft = drafts.current(person());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.submit(draft.id(), person()));
        assertThat(drafts.current(person()).content().request().subject())
                .as("nothing of it is lost")
                .isEqualTo("Depois de sair");
    }

    private Person person() {
        return people.get(user.id());
    }

    private DraftWindow window() {
        return DraftWindow.on(drafts.current(person()));
    }

    private static DraftContent writing(String subject, @Nullable Long client) {
        return DraftContent.NOTHING.with(new DraftContent.Request(
                "loja",
                client,
                null,
                Map.of("pedido", "88121"),
                subject,
                Map.of(),
                "<p>O frete não soma.</p>",
                List.of()));
    }

    private static Reply saying(String text) {
        return new Reply(text, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    @Test
    void afterTheEndNothingIsSeenAndNothingIsTold() {
        var code = opened(user, "Até o fim");
        replies.add(code, saying("Estamos vendo."), staff.talita(), null);
        assertThat(mails(user, code)).isEqualTo(2);

        life.revoke(new Step(contract, null, staff.admin()), "Fim da parceria.");
        replies.add(code, saying("Mais uma coisa."), staff.talita(), null);

        assertThat(lists(user, code)).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tickets.get(code, person()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> comments.add(code, saying("Oi"), person()));
        assertThat(mails(user, code)).as("of what came later there is no word").isEqualTo(2);
        assertThat(new TicketChanged(code.number(), 1, partner.groupId(), user.id()).concerns(person()))
                .isFalse();
    }

    @Test
    void whoeverIsTheGeneralUserNowHearsOfWhatWasAskedBefore() {
        var code = opened(user, "De quem veio antes");
        var next = somebody();
        contracts.sign(partner, today(), today().plusYears(1), next.id());

        replies.add(code, saying("Está pronto."), staff.talita(), null);

        assertThat(lists(user, code)).isFalse();
        assertThat(lists(next, code)).isTrue();
        assertThat(mails(user, code)).as("the acknowledgement").isEqualTo(1);
        assertThat(mails(next, code)).isEqualTo(1);
    }

    private int mails(Person to, TicketCode code) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from channels_outbox where recipient = ?1 and ticket_id = ?2")
                        .setParameter(1, to.email())
                        .setParameter(2, code.number())
                        .getSingleResult())
                .intValue();
    }
}
