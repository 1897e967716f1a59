package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract entitles to nothing before its first day, after its last one, or once it is revoked. */
@ExtendWith(ArquillianExtension.class)
class ContractsIT {

    @EJB
    Contracts contracts;

    @EJB
    Companies companies;

    @EJB
    People people;

    @EJB
    ContractLife life;

    @Inject
    org.guiche.support.People staff;

    @Inject
    Clock clock;

    private PartnerName partner;
    private Company client;
    private long user;

    @BeforeEach
    void prepare() {
        partner = contracts.addPartner("Agência de Contratos", null);
        client = companies.add("Cliente de Contratos", null);
        contracts.addClient(partner, client);
        var email = Email.of("c" + UUID.randomUUID() + "@contratos.example");
        user = people.register(new NewPerson("Pessoa de Contrato", email, null, null, "uma senha comprida", Set.of()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Sao_Paulo"));
    }

    private void revoke(long contract) {
        life.revoke(new Step(contract, null, staff.admin()), "Combinado.");
    }

    private Person person() {
        return people.get(user);
    }

    /** In every way in which somebody asks. */
    private void isEntitled(boolean entitled) {
        assertThat(person().seesWhole(partner.groupId())).isEqualTo(entitled);
        assertThat(companies.partnerOf(person()).isPresent()).isEqualTo(entitled);
        assertThat(companies.openableBy(person()).contains(client)).isEqualTo(entitled);
        assertThat(people.members(contracts.groupsOf(client)).contains(person()))
                .isEqualTo(entitled);
    }

    @Test
    void aContractThatBeginsTodayCountsAndOneThatBeginsTomorrowDoesNotYet() {
        contracts.sign(partner, today().plusDays(1), today().plusYears(1), user);
        isEntitled(false);

        contracts.sign(partner, today(), today(), user);
        isEntitled(true);
        assertThat(person().groups())
                .as("once, however many contracts there are")
                .hasSize(1);
    }

    @Test
    void aContractThatEndedYesterdayCountsNoMore() {
        contracts.sign(partner, today().minusYears(1), today().minusDays(1), user);

        isEntitled(false);
    }

    @Test
    void aRevokedContractEndsAtOnceAndCannotBeRevokedAgain() {
        var contract = contracts.sign(partner, today().minusDays(9), today().plusDays(9), user);
        isEntitled(true);

        revoke(contract);

        isEntitled(false);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> revoke(contract));
    }

    @Test
    void whatIsRevokedBeforeItBeginsNeverCounts() {
        var current = contracts.sign(partner, today().minusYears(1), today().plusDays(9), user);
        var renewal = contracts.sign(partner, today().plusDays(5), today().plusYears(1), user);

        revoke(renewal);
        isEntitled(true);

        revoke(current);
        isEntitled(false);
    }

    @Test
    void aRenewalThatHasBegunOutlastsTheContractBeforeIt() {
        var before = contracts.sign(partner, today().minusYears(1), today().plusDays(9), user);
        contracts.sign(partner, today().minusDays(1), today().plusYears(1), user);

        revoke(before);

        isEntitled(true);
    }
}
