package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators invite people, give them roles and companies, and end their access; every change of rights stays written down. */
@ExtendWith(ArquillianExtension.class)
class AccountsIT {

    private static final String PASSWORD = "ipê roxo na serra";

    @EJB
    Accounts administration;

    @EJB
    Directory directory;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Credentials credentials;

    @EJB
    SignIn signIn;

    @EJB
    Tokens tokens;

    @EJB
    Groups groups;

    @EJB
    AuditTrail trail;

    @Inject
    People people;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    private final ClientAddress here = new ClientAddress("test " + UUID.randomUUID());

    /** Those whom a test made administrators are none afterwards. */
    private final List<Long> administrators = new ArrayList<>();

    @AfterEach
    void oneAdministratorIsLeft() {
        administrators.forEach(id -> administration.change(id, roles(), null, people.admin()));
    }

    private static String email() {
        return UUID.randomUUID() + "@convite.example";
    }

    private static PersonChange roles(Role... roles) {
        return new PersonChange(null, null, null, null, Set.of(roles), null);
    }

    private static PersonChange name(String name) {
        return new PersonChange(name, null, null, null, null, null);
    }

    private long invited(String email, Role... roles) {
        return administration.invite(new Invitation("Ana Lima", email, "", "", Set.of(roles), null), people.admin());
    }

    private Person registered(Role... roles) {
        var id = accounts.register(new NewPerson("Ana Lima", new Email(email()), null, null, PASSWORD, Set.of(roles)));
        if (Set.of(roles).contains(Role.ADMINISTRATOR)) {
            administrators.add(id);
        }
        return accounts.get(id);
    }

    private List<String> mails(String address) {
        List<?> bodies = em.createNativeQuery(
                        "select kind || ' ' || body from channels_outbox where recipient = ?1 order by id")
                .setParameter(1, address)
                .getResultList();
        return bodies.stream().map(String::valueOf).toList();
    }

    private String secret(String address) {
        var bodies = mails(address);
        return bodies.get(bodies.size() - 1).replaceFirst("(?s).*password\\?link=([\\w-]+).*", "$1");
    }

    @Test
    void whoWorksHereIsToldByTheRoleWhicheverWayItCame() {
        var agent = registered(Role.AGENT_N1);
        var reader = registered(Role.DATA_OFFICER);
        var customer = registered();
        var gone = registered(Role.SUPERVISOR);
        administration.change(gone.id(), PersonChange.toActive(false), null, people.admin());

        assertThat(accounts.staff())
                .extracting(Person::id)
                .contains(agent.id())
                .doesNotContain(reader.id(), customer.id(), gone.id());
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndIsIn() {
        var email = email();
        var company = groups.create(GroupKind.COMPANY, "Empresa de Convite");
        var invitation = new Invitation("Ana Lima", email, "402.153.870-40", "(31) 98765-1234", Set.of(), company);
        var id = administration.invite(invitation, people.admin());

        assertThat(directory.get(id, people.admin()).invited()).isTrue();
        assertThat(mails(email))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail).startsWith("ACCOUNT_INVITATION").doesNotContain("Ana"));
        var secret = secret(email);
        assertThat(credentials.look(secret)).contains(LinkPurpose.INVITATION);
        credentials.choose(secret, PASSWORD, here);

        assertThat(signIn.authenticate(email, PASSWORD, here, null)).isInstanceOf(SignInResult.Accepted.class);
        assertThat(directory.get(id, people.admin()).invited()).isFalse();
        assertThat(accounts.get(id).memberships()).singleElement().satisfies(tie -> {
            assertThat(tie.groupId()).isEqualTo(company);
            assertThat(tie.wholeGroup()).isFalse();
        });
        assertThat(credentials.look(secret)).as("once").isEmpty();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> administration.inviteAgain(id, people.admin()));
    }

    @Test
    void anInvitationIsGoodForSevenDaysAndUntilThereIsANewerOne() {
        var email = email();
        var id = invited(email);
        var first = secret(email);
        administration.inviteAgain(id, people.admin());
        var second = secret(email);

        assertThat(credentials.look(first)).isEmpty();
        try {
            clocks.advance(Duration.ofDays(7).minusMinutes(1));
            assertThat(credentials.look(second)).isPresent();
            clocks.advance(Duration.ofMinutes(2));
            assertThat(credentials.look(second)).isEmpty();
        } finally {
            clocks.advance(Duration.ofDays(7).plusMinutes(1).negated());
        }
    }

    @Test
    void aTakenAddressOrCpfIsRefusedWithoutSayingWhose() {
        var cpf = "638.201.450-87";
        administration.invite(new Invitation("Beatriz Souza", email(), cpf, "", Set.of(), null), people.admin());

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        administration.invite(new Invitation("Ana", email(), cpf, "", Set.of(), null), people.admin()))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .singleElement()
                        .satisfies(field -> {
                            assertThat(field.field()).isEqualTo("cpf");
                            assertThat(field.key()).isEqualTo("accounts.cpf.taken");
                            assertThat(field.args()).isEmpty();
                        }));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> invited("bruno@jatoba.example"))
                .withMessage("accounts.email.taken");
        var other = invited(email());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.change(
                        other, new PersonChange(null, null, null, cpf, null, null), null, people.admin()))
                .withMessage("accounts.cpf.taken");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.invite(
                        new Invitation(" ", "ana", "111.111.111-11", "20 1234", Set.of(), null), people.admin()))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting("field")
                        .containsExactly("name", "email", "cpf", "phone"));
    }

    @Test
    void ofTwoAdministratorsOneWins() {
        var ana = registered();
        var seen = directory.get(ana.id(), people.admin()).version();

        administration.change(ana.id(), roles(Role.AGENT_N1), seen, people.admin());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> administration.change(ana.id(), name("Ana Outra"), seen, people.admin()));
        assertThat(accounts.get(ana.id()).name()).isEqualTo("Ana Lima");
        assertThat(accounts.get(ana.id()).roles()).containsExactly(Role.AGENT_N1);
    }

    @Test
    void whoHoldsARoleBelongsToTheStaffAndWhoHoldsNoneDoesNot() {
        var ana = registered();
        administration.change(ana.id(), roles(Role.AGENT_N2, Role.SUPERVISOR), null, people.admin());

        assertThat(accounts.get(ana.id()).roles()).containsExactlyInAnyOrder(Role.AGENT_N2, Role.SUPERVISOR);
        assertThat(accounts.get(ana.id()).memberships())
                .extracting(Membership::kind)
                .containsExactly(GroupKind.STAFF);

        administration.change(ana.id(), roles(), null, people.admin());

        assertThat(accounts.get(ana.id()).isStaff()).isFalse();
        assertThat(accounts.get(ana.id()).memberships()).isEmpty();
    }

    @Test
    void sessionsTokensAndLinksOfWhoIsDisabledEndAtOnceAndDoNotComeBack() {
        var ana = registered();
        var session = (SignInResult.Accepted) signIn.authenticate(ana.email(), PASSWORD, here, null);
        var token = tokens.issue(ana, "programa", List.of("*"), null).secret();
        assertThat(tokens.authenticate(token)).isPresent();

        administration.change(ana.id(), PersonChange.toActive(false), null, people.admin());

        assertThat(accounts.ofSession(ana.id(), session.epoch())).isEmpty();
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(signIn.authenticate(ana.email(), PASSWORD, here, null)).isInstanceOf(SignInResult.Refused.class);
        administration.change(ana.id(), PersonChange.toActive(true), null, people.admin());
        assertThat(accounts.ofSession(ana.id(), session.epoch())).isEmpty();
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(signIn.authenticate(ana.email(), PASSWORD, here, null)).isInstanceOf(SignInResult.Accepted.class);
    }

    @Test
    void theTicketsOfWhoIsDisabledStay() {
        var carla = people.carla();
        var before = openTickets(carla.id());
        assertThat(before).isPositive();
        try {
            administration.change(carla.id(), PersonChange.toActive(false), null, people.admin());
            assertThat(openTickets(carla.id())).isEqualTo(before);
        } finally {
            administration.change(carla.id(), PersonChange.toActive(true), null, people.admin());
        }
    }

    private int openTickets(long requester) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from tickets_ticket where requester_id = ?1 and category <> 'CLOSED'")
                        .setParameter(1, requester)
                        .getSingleResult())
                .intValue();
    }

    @Test
    void nobodyTakesTheOwnRoleOfAdministratorOrTheOwnAccess() {
        var admin = people.admin();

        for (var change : List.of(roles(Role.SUPERVISOR), PersonChange.toActive(false))) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> administration.change(admin.id(), change, null, admin))
                    .withMessage("accounts.people.oneself");
        }
        assertThat(people.admin().isAdministrator()).isTrue();
    }

    @Test
    void administratorsWhoTakeEachOthersRoleAtOnceDoNotLoseTheLastOne() throws Exception {
        var admin = people.admin();
        for (int round = 0; round < 5; round++) {
            var other = registered(Role.ADMINISTRATOR);
            var ends = both(
                    () -> administration.change(other.id(), roles(), null, admin),
                    () -> administration.change(admin.id(), roles(Role.SUPERVISOR), null, other));

            assertThat(ends).containsOnlyOnce("done");
            if (!people.of("admin@guiche.example").isAdministrator()) {
                administration.change(admin.id(), roles(Role.ADMINISTRATOR), null, other);
                administration.change(other.id(), roles(), null, people.admin());
            }
        }
    }

    private static List<String> both(Runnable one, Runnable two) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        var ends = new ArrayList<String>();
        try {
            for (var end : threads.invokeAll(List.of(end(one), end(two)))) {
                ends.add(end.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return ends;
    }

    private static Callable<String> end(Runnable change) {
        return () -> {
            try {
                change.run();
                return "done";
            } catch (RuleViolation refusal) {
                return refusal.key();
            }
        };
    }

    @Test
    void changesOfRightsAreWrittenDownWithBeforeAndAfterAndWithoutTheirNames() {
        var company = groups.create(GroupKind.COMPANY, "Empresa da Trilha");
        var ana = registered(Role.AGENT_N1);
        var admin = people.admin();
        administration.change(ana.id(), roles(Role.SUPERVISOR), null, admin);
        administration.change(ana.id(), new PersonChange("Beatriz", "Bia", "", null, null, false), null, admin);
        administration.join(ana.id(), company, false, admin);
        administration.join(ana.id(), company, true, admin);
        administration.leave(ana.id(), company, admin);

        var lines = administration.history(ana.id(), admin);

        assertThat(lines)
                .allSatisfy(line -> assertThat(line.personId()).isEqualTo(admin.id()))
                .extracting(line -> line.audited().act().replace("accounts.audit.", ""))
                .containsExactly("left", "joined", "joined", "disabled", "told", "roles");
        assertThat(lines.get(5).audited().before()).containsEntry("roles", List.of("AGENT_N1"));
        assertThat(lines.get(5).audited().after()).containsEntry("roles", List.of("SUPERVISOR"));
        assertThat(lines.get(3).audited().before()).containsEntry("active", true);
        assertThat(lines.get(2).audited().before()).isEmpty();
        assertThat(lines.get(1).audited().before()).containsEntry("manager", false);
        assertThat(lines.get(1).audited().after())
                .containsEntry("manager", true)
                .containsEntry("company", "Empresa da Trilha");
        assertThat(lines.toString()).doesNotContain("Beatriz", "Bia", "Ana");
    }

    @Test
    void onlyAdministratorsDoAnyOfIt() {
        var bruno = people.bruno();
        var jatoba = bruno.groups().iterator().next();
        var invitation = new Invitation("Ana", email(), "", "", Set.of(), null);
        for (var other : List.of(people.joana(), people.marina(), people.rafael(), people.talita())) {
            assertDenied(() -> administration.invite(invitation, other));
            assertDenied(() -> administration.inviteAgain(bruno.id(), other));
            assertDenied(() -> administration.change(bruno.id(), name("Outro"), null, other));
            assertDenied(() -> administration.change(other.id(), roles(Role.ADMINISTRATOR), null, other));
            assertDenied(() -> administration.join(bruno.id(), jatoba, true, other));
            assertDenied(() -> administration.leave(bruno.id(), jatoba, other));
            assertDenied(() -> administration.history(bruno.id(), other));
        }
    }

    private static void assertDenied(Runnable act) {
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(act::run);
    }

    @Test
    void nobodyIsPutIntoAPartnerOrTheStaffPastTheContractAndTheRoles() {
        var ana = registered();
        var partner = groups.create(GroupKind.PARTNER, "Agência de Teste");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> administration.join(ana.id(), partner, true, people.admin()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> administration.invite(
                        new Invitation("Ana", email(), "", "", Set.of(), partner), people.admin()));
    }
}
