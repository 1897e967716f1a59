package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company's manager keeps its contact users, and nothing else (S1-18). */
@ExtendWith(ArquillianExtension.class)
class ContactsIT {

    private static final String PASSWORD = "ipê roxo na serra";

    @EJB
    Contacts contacts;

    @EJB
    Accounts administration;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    SignIn signIn;

    @EJB
    Groups groups;

    @Inject
    People people;

    private long company;
    private long manager;

    @BeforeEach
    void aCompanyWithAManager() {
        company = groups.create(GroupKind.COMPANY, "Empresa de Contatos");
        manager = person();
        groups.join(manager, company, true, null);
    }

    private Person manager() {
        return accounts.get(manager);
    }

    private long person(Role... roles) {
        var email = new Email(UUID.randomUUID() + "@contatos.example");
        return accounts.register(new NewPerson("Pessoa de Contato", email, null, null, PASSWORD, Set.of(roles)));
    }

    private long contact() {
        var id = person();
        groups.join(id, company, false, null);
        return id;
    }

    private static PersonChange name(String name) {
        return new PersonChange(name, null, "(31) 98765-4321", null, null, null);
    }

    @Test
    void aManagerInvitesForTheOwnCompanyOnlyAndWithoutRoles() {
        var invitation = new Invitation("Ana", UUID.randomUUID() + "@contatos.example", "", "", Set.of(), null);
        var id = contacts.invite(invitation, company, manager());

        assertThat(accounts.get(id).memberships())
                .containsExactly(new Membership(company, GroupKind.COMPANY, "Empresa de Contatos", false));
        assertThat(accounts.get(id).roles()).isEmpty();
        var other = groups.create(GroupKind.COMPANY, "Outra Empresa");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> contacts.invite(invitation, other, manager()));
        var agent = new Invitation("Ana", "ana@contatos.example", "", "", Set.of(Role.AGENT_N1), null);
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> contacts.invite(agent, company, manager()));
    }

    @Test
    void aManagerCorrectsNameAndPhoneAndNothingElse() {
        var id = contact();
        contacts.change(id, name("Outro Nome"), null, manager());

        assertThat(accounts.get(id).name()).isEqualTo("Outro Nome");
        for (var change : new PersonChange[] {
            new PersonChange(null, "Apelido", null, null, null, null),
            new PersonChange(null, null, null, "529.982.247-25", null, null),
            new PersonChange(null, null, null, null, Set.of(), null)
        }) {
            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> contacts.change(id, change, null, manager()));
        }
    }

    @Test
    void theNameOnTheDocumentsOfWhoIsCalledOtherwiseIsNotTheManagersBusiness() {
        var id = contact();
        accounts.correct(accounts.get(id), new Naming("Nome do Documento", "Bruna"), null);

        contacts.change(id, name("Bruna Melo"), null, manager());

        assertThat(accounts.naming(accounts.get(id))).isEqualTo(new Naming("Nome do Documento", "Bruna Melo"));
    }

    @Test
    void whoIsDisabledDoesNotGetInUntilTheManagerSaysSo() {
        var id = contact();
        var email = accounts.email(id);
        contacts.change(id, PersonChange.toActive(false), null, manager());

        assertThat(entersWith(email)).isFalse();
        contacts.change(id, PersonChange.toActive(true), null, manager());
        assertThat(entersWith(email)).isTrue();
    }

    private boolean entersWith(String email) {
        var here = new ClientAddress("test " + UUID.randomUUID());
        return signIn.authenticate(email, PASSWORD, here, null) instanceof SignInResult.Accepted;
    }

    @Test
    void whomAnAdministratorDisabledNoManagerLetsIn() {
        var id = contact();
        administration.change(id, PersonChange.toActive(false), null, people.admin());

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> contacts.change(id, PersonChange.toActive(true), null, manager()));
    }

    @Test
    void whoHasOtherTiesIsNotTheManagersAlone() {
        var shared = contact();
        groups.join(shared, groups.create(GroupKind.COMPANY, "Outra Empresa"), false, null);
        var agency = contact();
        groups.join(agency, groups.create(GroupKind.PARTNER, "Agência"), true, null);
        var agent = person(Role.AGENT_N1);
        groups.join(agent, company, false, null);
        var second = person();
        groups.join(second, company, true, null);

        for (var id : new long[] {shared, agency, agent, second, manager}) {
            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> contacts.change(id, PersonChange.toActive(false), null, manager()));
            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> contacts.change(id, name("Outro"), null, manager()));
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> contacts.inviteAgain(id, manager()));
        }
    }

    @Test
    void whoIsOfNoCompanyOfTheManagersDoesNotExist() {
        var stranger = person();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> contacts.change(stranger, name("Outro"), null, manager()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> contacts.change(people.bruno().id(), name("Outro"), null, manager()));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> contacts.change(stranger, name("Outro"), null, people.bruno()));
    }
}
