package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.shared.NotFound;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets that the staff writes down for somebody on the phone: whose they are, and who sees them. */
@ExtendWith(ArquillianExtension.class)
class CallersIT {

    @EJB
    Tickets tickets;

    @EJB
    Callers callers;

    @EJB
    Companies companies;

    @Inject
    People people;

    private OpenTicket asked(String address) {
        return new OpenTicket(
                "loja",
                "Ligou: o frete não soma",
                Map.of(),
                "<p>O frete do pedido 88121 não soma.</p>",
                TextFormat.HTML,
                Map.of("pedido", "88121"),
                null,
                null,
                people.company("Casa Jatobá"),
                null,
                List.of(),
                new Contact("Quem ligou", address, null, null),
                List.of(),
                Channel.PORTAL,
                null);
    }

    private boolean sees(Person person, TicketCode code) {
        try {
            return tickets.get(code, person).code().equals(code);
        } catch (NotFound e) {
            return false;
        }
    }

    @Test
    void whatARequesterAsksForOnThePhoneIsTheRequesters() {
        var ticket = tickets.open(asked("Bruno@Jatoba.example"), people.rafael());

        assertThat(ticket.requester().id()).isEqualTo(people.bruno().id());
        assertThat(ticket.openedBy().id()).isEqualTo(people.rafael().id());
        assertThat(ticket.channel()).isEqualTo(Channel.PHONE);
        assertThat(ticket.groupName()).isEqualTo("Casa Jatobá");
        assertThat(List.of(people.bruno(), people.joana())).allMatch(person -> sees(person, ticket.code()));
        assertThat(List.of(people.marina(), people.carla(), people.paulo()))
                .noneMatch(person -> sees(person, ticket.code()));
        assertThat(tickets.story(ticket.code(), people.bruno()).events())
                .first()
                .satisfies(event -> assertThat(event.channel()).isEqualTo(Channel.PHONE));
    }

    @Test
    void whatAPartnersUserAsksForIsThePartnersAndNotTheClients() {
        var ticket = tickets.open(asked("marina@mirante.example"), people.rafael());

        assertThat(ticket.requester().id()).isEqualTo(people.marina().id());
        assertThat(ticket.groupName()).isEqualTo("Agência Mirante");
        assertThat(sees(people.marina(), ticket.code())).isTrue();
        assertThat(List.of(people.bruno(), people.joana(), people.paulo()))
                .noneMatch(person -> sees(person, ticket.code()));
    }

    @Test
    void whoMayNotAskForTheCompanyGetsNoTicketOfIt() {
        for (var address : List.of("carla@araca.example", "paulo@aroeira.example", "ninguem@araca.example")) {
            var ticket = tickets.open(asked(address), people.rafael());

            assertThat(ticket.requester().id())
                    .as(address)
                    .isEqualTo(people.rafael().id());
            assertThat(ticket.channel()).isEqualTo(Channel.PORTAL);
            assertThat(List.of(people.carla(), people.paulo())).noneMatch(person -> sees(person, ticket.code()));
        }
    }

    @Test
    void onlyTheStaffWritesDownForOthers() {
        var ticket = tickets.open(asked("bruno@jatoba.example"), people.joana());
        assertThat(ticket.requester().id()).isEqualTo(people.joana().id());
        assertThat(ticket.channel()).isEqualTo(Channel.PORTAL);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> tickets.open(asked("bruno@jatoba.example"), people.carla()));
    }

    @Test
    void theStaffFindsThoseWhoMayAskForTheCompanyAndNobodyElseDoes() {
        var company = companies.get(people.company("Casa Jatobá"), people.rafael());

        assertThat(List.of("bruno", "joa", "marina@mir", "BRUNO am", "jatoba"))
                .allSatisfy(typed -> assertThat(callers.search(typed, company, people.rafael()))
                        .as(typed)
                        .isNotEmpty());
        assertThat(List.of("carla", "paulo@aroeira", "rafael", "ninguem", " ", "%", "'"))
                .allSatisfy(typed -> assertThat(callers.search(typed, company, people.rafael()))
                        .as(typed)
                        .isEmpty());
        assertThat(callers.search("bruno", company, people.joana())).isEmpty();
        assertThat(callers.search("bruno", null, people.rafael())).isEmpty();
    }
}
