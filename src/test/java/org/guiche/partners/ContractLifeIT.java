package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Tokens;
import org.guiche.attachments.Attachments;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Clocks;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.Samples;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the request to the end of a contract, and what its general user may do meanwhile (S0-24, S0-25, S0-26). */
@ExtendWith(ArquillianExtension.class)
class ContractLifeIT {

    @EJB
    ContractLife life;

    @EJB
    Contracts contracts;

    @EJB
    Partners partners;

    @EJB
    Portfolio portfolio;

    @EJB
    GeneralUsers users;

    @EJB
    AccessRequests requests;

    @EJB
    AccessFiles files;

    @EJB
    ForgottenRequests forgotten;

    @Resource
    UserTransaction transaction;

    @EJB
    AskedAccess asked;

    @EJB
    ContractDesk desk;

    @EJB
    Companies companies;

    @EJB
    People people;

    @EJB
    Tokens tokens;

    @EJB
    AuditTrail trail;

    @Inject
    Attachments attachments;

    @Inject
    org.guiche.support.People staff;

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    @EJB
    Groups groups;

    @PersistenceContext
    EntityManager em;

    private Person admin;
    private Company client;

    @BeforeEach
    void prepare() {
        admin = staff.admin();
        client = companies.add("Cliente da Vida " + UUID.randomUUID(), null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Span.ZONE);
    }

    private Step step(long contract) {
        return new Step(contract, null, admin);
    }

    /** A partner with that client and a request to decide about. */
    private long requested() {
        var typed = new PartnerText.Typed("Agência " + UUID.randomUUID(), null, null, null, null, null, null);
        var partner = partners.add(PartnerText.of(typed), admin);
        portfolio.add(partner, List.of(client.id()), admin);
        return life.request(partner, upload(admin), admin).id();
    }

    private UUID upload(Person by) {
        return attachments
                .store(by, "contrato.pdf", new ByteArrayInputStream(Samples.signedPdf()), Documents.PDF)
                .id();
    }

    private long approved(long days) {
        var contract = requested();
        life.approve(step(contract), new Span(today(), today().plusDays(days)));
        return contract;
    }

    private long partner(long contract) {
        return contracts.get(contract, admin).partnerId();
    }

    /** Somebody of that name, new here, with a CPF of their own. */
    private NewGeneralUser somebody() {
        return new NewGeneralUser(cpf(), "Davi Lacerda", Email.of("d" + UUID.randomUUID() + "@vida.example"), false);
    }

    private static Cpf cpf() {
        for (var digits = System.nanoTime() % 1_000_000_000L; ; digits = (digits + 7) % 1_000_000_000L) {
            var start = String.format("%09d", digits);
            for (int end = 0; end < 100; end++) {
                var written = start + String.format("%02d", end);
                if (Cpf.looksLike(written)) {
                    return new Cpf(written);
                }
            }
        }
    }

    private Person granted(long contract) {
        return people.get(users.grant(step(contract), somebody()).personId());
    }

    private boolean opensForTheClient(Person person) {
        return companies.openableBy(people.get(person.id())).contains(client);
    }

    private List<String> mails(String address, String kind) {
        List<?> found = em.createNativeQuery(
                        "select body from channels_outbox where recipient = ?1 and kind = ?2 order by id")
                .setParameter(1, address)
                .setParameter(2, "PARTNER_" + kind)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    private List<String> acts(long contract) {
        return trail.of(AuditSubject.CONTRACT, contract).stream()
                .map(AuditRecord::audited)
                .map(Audited::act)
                .toList();
    }

    @Test
    void aContractEntitlesFromTheGrantOnUntilItIsRevoked() {
        var contract = approved(90);
        var davi = granted(contract);
        assertThat(opensForTheClient(davi)).isTrue();
        assertThat(mails(davi.email(), "INVITED")).singleElement().asString().contains("/accounts/password?link=");

        life.revoke(step(contract), "Fim da parceria.");

        assertThat(opensForTheClient(davi)).isFalse();
        assertThat(people.get(davi.id()).memberships()).isEmpty();
        assertThat(mails(davi.email(), "REVOKED")).singleElement().asString().contains("Fim da parceria.");
        assertThat(acts(contract))
                .containsExactly("partners.audit.revoked", "partners.audit.approved", "partners.audit.requested");
        var revoked = trail.of(AuditSubject.CONTRACT, contract).get(0);
        assertThat(revoked.personId()).isEqualTo(admin.id());
        assertThat(revoked.audited().reason()).isEqualTo("Fim da parceria.");
        assertThat(revoked.audited().before()).containsValue("Vigente");
        assertThat(revoked.audited().after()).containsValue("Encerrado");
    }

    @Test
    void theEndTakesSessionsAndTokensAlong() {
        for (var end : List.<Ending>of(
                contract -> life.revoke(step(contract), "Fim."),
                contract -> life.suspend(step(contract), "Em atraso."),
                contract -> partners.setActive(partner(contract), false, "Fechou.", admin))) {
            var contract = approved(90);
            var davi = granted(contract);
            var token = tokens.issue(davi, "integração", List.of("*"), null).secret();
            var epoch = epoch(davi);
            assertThat(people.ofSession(davi.id(), epoch)).isPresent();
            assertThat(tokens.authenticate(token)).isPresent();

            end.of(contract);

            assertThat(people.ofSession(davi.id(), epoch)).isEmpty();
            assertThat(tokens.authenticate(token)).isEmpty();
            assertThat(opensForTheClient(davi)).isFalse();
        }
    }

    private interface Ending {
        void of(long contract);
    }

    private int epoch(Person person) {
        return ((Number) em.createNativeQuery("select session_epoch from accounts_person where id = ?1")
                        .setParameter(1, person.id())
                        .getSingleResult())
                .intValue();
    }

    @Test
    void aSuspendedContractIsResumedWithTheDaysThatItHas() {
        var contract = approved(90);
        var davi = granted(contract);

        life.suspend(step(contract), "Documento em conferência.");
        assertThat(opensForTheClient(davi)).isFalse();
        assertThat(contracts.get(contract, admin).reason()).isEqualTo("Documento em conferência.");
        life.resume(step(contract));

        assertThat(opensForTheClient(davi)).isTrue();
        assertThat(contracts.get(contract, admin).endsOn()).isEqualTo(today().plusDays(90));
        assertThat(mails(davi.email(), "SUSPENDED")).hasSize(1);
        assertThat(mails(davi.email(), "RESUMED")).hasSize(1);
    }

    @Test
    void everyStepFollowsTheTableAndNoOther() {
        var span = new Span(today(), today().plusDays(9));
        var refused = requested();
        life.refuse(step(refused), "Sem assinatura.");
        for (var act : List.<Ending>of(
                contract -> life.approve(step(contract), span),
                contract -> life.refuse(step(contract), "De novo."),
                contract -> life.suspend(step(contract), "x"),
                contract -> life.resume(step(contract)),
                contract -> life.revoke(step(contract), "x"),
                contract -> life.renew(step(contract), new Renewal(null, today().plusDays(99), null)),
                contract -> users.grant(step(contract), somebody()))) {
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> act.of(refused));
        }
        var fresh = requested();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> life.suspend(step(fresh), "x"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> life.resume(step(fresh)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> life.refuse(step(fresh), " "))
                .withMessage("partners.reason.missing");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> life.resume(step(999_999_999)));
    }

    @Test
    void nobodyButAnAdministratorDecidesAnything() {
        var contract = approved(90);
        for (var other : List.of(staff.talita(), staff.rafael(), staff.marina(), staff.joana())) {
            var step = new Step(contract, null, other);
            for (var act : List.<Ending>of(
                    one -> life.approve(step, new Span(today(), today())),
                    one -> life.revoke(step, "x"),
                    one -> life.renew(step, new Renewal(null, today().plusYears(1), null)),
                    one -> users.grant(step, somebody()),
                    one -> users.known(cpf(), other),
                    one -> contracts.get(one, other),
                    one -> contracts.document(one, other),
                    one -> asked.of(one, other),
                    one -> partners.list("", other),
                    one -> portfolio.add(partner(one), List.of(), other))) {
                assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> act.of(contract));
            }
        }
    }

    @Test
    void ofTwoAdministratorsAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        var contract = requested();
        var seen = contracts.get(contract, admin).version();
        var span = new Span(today(), today().plusDays(30));

        var told = atOnce(
                () -> life.approve(new Step(contract, seen, admin), span).status(),
                () -> life.refuse(new Step(contract, seen, admin), "Sem assinatura.")
                        .status());

        assertThat(told).filteredOn(StaleVersion.class::isInstance).hasSize(1);
        assertThat(told)
                .filteredOn(ContractStatus.class::isInstance)
                .containsExactly(contracts.get(contract, admin).status());
        assertThat(acts(contract)).hasSize(2);
    }

    @Test
    void ofTwoGrantsAtOnceOneIsMade() throws Exception {
        var contract = approved(30);

        var told = atOnce(() -> users.grant(step(contract), somebody()), () -> users.grant(step(contract), somebody()));

        assertThat(told).filteredOn(GeneralUser.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(RuleViolation.class::isInstance).hasSize(1);
        assertThat(users.of(partner(contract), admin)).hasSize(1);
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(() -> outcome(together, one));
            var second = pool.submit(() -> outcome(together, other));
            return List.of(first.get(), second.get());
        } finally {
            pool.shutdown();
        }
    }

    private static Object outcome(CyclicBarrier together, Callable<?> act) throws Exception {
        together.await();
        try {
            return act.call();
        } catch (RuntimeException refusal) {
            return refusal;
        }
    }

    @Test
    void aRenewalLeavesNoMomentBetweenNotEvenAtMidnight() throws Exception {
        var contract = approved(3);
        var davi = granted(contract);
        var next = life.renew(step(contract), new Renewal(null, today().plusDays(40), null));
        assertThat(next.startsOn()).isEqualTo(today().plusDays(4));
        assertThat(next.renews()).isEqualTo(contract);
        var midnight = today().plusDays(4).atStartOfDay(Span.ZONE).toInstant();

        travelling(() -> {
            for (var before : List.of(2L, 1L, 0L, -1L)) {
                clocks.advance(Duration.between(clock.instant(), midnight.minusMillis(before)));
                assertThat(opensForTheClient(davi))
                        .as(before + " ms before midnight")
                        .isTrue();
            }
            desk.look();
            assertThat(opensForTheClient(davi)).isTrue();
        });
        assertThat(mails(davi.email(), "EXPIRED")).isEmpty();
        assertThat(documentOf(next.id()).signature()).isEqualTo(Signature.PRESENT);
    }

    private ContractDocument documentOf(long contract) {
        return contracts.document(contract, admin).orElseThrow();
    }

    @Test
    void aRenewalWithDaysBetweenIsRefusedAndSoIsOneThatEndsNoLater() {
        var contract = approved(10);
        var end = today().plusDays(10);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> life.renew(step(contract), new Renewal(end.plusDays(2), end.plusDays(99), null)))
                .withMessage("partners.span.gap");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> life.renew(step(contract), new Renewal(today(), end, null)))
                .withMessage("partners.span.no-later");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new Span(today(), today().minusDays(1)))
                .withMessage("partners.span.backwards");
    }

    @Test
    void theLastDayEndsAtMidnightInBrasiliaAndIsToldOnce() throws Exception {
        var contract = approved(3);
        var davi = granted(contract);
        var token = tokens.issue(davi, "integração", List.of("*"), null).secret();
        var epoch = epoch(davi);
        var midnight = today().plusDays(4).atStartOfDay(Span.ZONE).toInstant();

        desk.look();

        travelling(() -> {
            clocks.advance(Duration.between(clock.instant(), midnight.minusMillis(500)));
            assertThat(opensForTheClient(davi)).isTrue();
            clocks.advance(Duration.between(clock.instant(), midnight));
            assertThat(opensForTheClient(davi)).isFalse();
            desk.look();
            desk.look();
            assertThat(people.ofSession(davi.id(), epoch)).isEmpty();
            assertThat(tokens.authenticate(token)).isEmpty();
        });

        assertThat(mails(davi.email(), "EXPIRED")).hasSize(1);
        assertThat(mails(davi.email(), "EXPIRING"))
                .as("three days before, there is one thing to say")
                .hasSize(1);
        assertThat(acts(contract)).startsWith("partners.audit.expired");
    }

    @Test
    void theEndIsToldThirtyAndSevenDaysBeforeOnceEachHoweverManyLook() throws Exception {
        var contract = approved(35);
        var davi = granted(contract);
        var toAdmins = mails(admin.email(), "PARTNER_EXPIRING").size();
        desk.look();
        assertThat(mails(davi.email(), "EXPIRING")).isEmpty();

        travelling(() -> {
            clocks.advance(Duration.ofDays(5));
            atOnce(() -> look(), () -> look());
            assertThat(mails(davi.email(), "EXPIRING")).hasSize(1);
            clocks.advance(Duration.ofDays(10));
            desk.look();
            assertThat(mails(davi.email(), "EXPIRING")).hasSize(1);
            clocks.advance(Duration.ofDays(13));
            atOnce(() -> look(), () -> look());
            assertThat(mails(davi.email(), "EXPIRING")).hasSize(2);
        });

        assertThat(mails(admin.email(), "PARTNER_EXPIRING")).hasSizeGreaterThanOrEqualTo(toAdmins + 2);
    }

    private boolean look() {
        desk.look();
        return true;
    }

    @Test
    void whoeverIsKnownLeavesTheOtherGroupAndOnlyWithThatWord() {
        var contract = approved(90);
        var cpf = cpf();
        var email = Email.of("k" + UUID.randomUUID() + "@vida.example");
        var id = people.register(new NewPerson("Kátia da Loja", email, cpf, null, null, Set.of()));
        groups.join(id, client.groupId(), true, null);
        var epoch = epoch(people.get(id));
        assertThat(users.known(cpf, admin).orElseThrow().groups()).containsExactly(client.name());
        var without = new NewGeneralUser(cpf, "Kátia", email, false);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> users.grant(step(contract), without))
                .withMessage("partners.user.known");

        users.grant(step(contract), new NewGeneralUser(cpf, "Outro nome", email, true));

        var katia = people.get(id);
        assertThat(katia.name()).isEqualTo("Kátia da Loja");
        assertThat(katia.belongsTo(client.groupId())).isFalse();
        assertThat(katia.isPartnerUser()).isTrue();
        assertThat(people.ofSession(id, epoch))
                .as("what she was let in with before")
                .isEmpty();
        var line = trail.of(AuditSubject.PERSON, id).get(0);
        assertThat(line.audited().act()).isEqualTo("partners.audit.transformed");
        assertThat(line.audited().before().toString()).contains(client.name());
    }

    @Test
    void nobodyOfTheStaffBecomesAGeneralUserAndNobodyOnceMore() {
        var contract = approved(90);
        var davi = granted(contract);
        var talita = new NewGeneralUser(new Cpf("71460238001"), "Talita", Email.of("t@vida.example"), true);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> users.grant(step(contract), talita))
                .withMessage("partners.user.staff");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> users.grant(step(contract), somebody()))
                .withMessage("partners.user.one");
        users.setAccess(partner(contract), davi.id(), false, admin);
        assertThat(opensForTheClient(davi)).isFalse();
        var other = granted(contract);
        assertThat(opensForTheClient(other)).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> users.setAccess(partner(contract), davi.id(), true, admin));
        assertThat(users.of(partner(contract), admin))
                .extracting(GeneralUser::access)
                .containsExactly(true, false);
    }

    @Test
    void aClientThatLeavesIsOpenedForNoMoreAndAddedAgainItIs() {
        var contract = approved(90);
        var davi = granted(contract);

        portfolio.remove(partner(contract), client.id(), admin);
        assertThat(opensForTheClient(davi)).isFalse();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> portfolio.remove(partner(contract), client.id(), admin));
        portfolio.add(partner(contract), List.of(client.id()), admin);

        assertThat(opensForTheClient(davi)).isTrue();
        assertThat(trail.of(AuditSubject.PARTNER, partner(contract)))
                .filteredOn(line -> line.audited().act().equals("partners.audit.clients"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.audited().toString()).contains(client.name()));
    }

    @Test
    void twoAdministratorsWhoAddClientsAtOnceAddBoth() throws Exception {
        var contract = requested();
        var others = List.of(companies.add("Um " + UUID.randomUUID(), null), companies.add("Dois", null));

        atOnce(() -> added(contract, others.get(0)), () -> added(contract, others.get(1)));

        assertThat(portfolio.of(partner(contract), admin)).hasSize(3);
    }

    private boolean added(long contract, Company company) {
        portfolio.add(partner(contract), List.of(company.id()), admin);
        return true;
    }

    @Test
    void anAgencyAsksAndNobodySeesItBeforeTheAddressIsConfirmed() {
        var email = "pede-" + UUID.randomUUID() + "@agencia.example";
        var before = mails(admin.email(), "REQUESTED").size();
        requests.ask(
                access(email, "12ABC34501DE35"),
                new ClientAddress(UUID.randomUUID().toString()),
                null);
        var secret = secret(email);
        assertThat(partners.list("12ABC34501DE35", admin)).isEmpty();
        assertThat(requests.look(secret).orElseThrow().confirmed()).isFalse();
        assertThat(mails(email, "CONFIRM").get(0)).doesNotContain("Agência Que Pede");

        requests.confirm(secret);
        requests.confirm(secret);

        var partner = partners.list("12.abc.345/01de-35", admin).get(0);
        assertThat(partner.standing()).isEqualTo(PartnerSummary.Standing.REQUESTED);
        var contract = partners.contracts(partner.id(), admin);
        assertThat(contract).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(ContractState.REQUESTED);
            assertThat(documentOf(one.id()).signature()).isEqualTo(Signature.PRESENT);
            assertThat(documentOf(one.id()).file().sha256()).hasSize(64);
        });
        assertThat(mails(admin.email(), "REQUESTED")).hasSize(before + 1);
        var who = asked.of(contract.get(0).id(), admin).orElseThrow();
        assertThat(asked.proposals(who, admin))
                .extracting(proposal ->
                        proposal.company() == null ? "" : proposal.company().name())
                .containsExactly(client.name(), "", "Empório Caiçara");

        life.refuse(step(contract.get(0).id()), "A assinatura não confere.");
        assertThat(mails(email, "REFUSED")).singleElement().asString().contains("A assinatura não confere.");
    }

    @Test
    void aRequestThatWasRefusedOrForgottenGoesAfterAWhileWithItsPdf() throws Exception {
        var refused = confirmed("recusada-" + UUID.randomUUID() + "@agencia.example", "45997418000153");
        var waiting = confirmed("esperando-" + UUID.randomUUID() + "@agencia.example", "11444777000161");
        var fresh = confirmed("nova-" + UUID.randomUUID() + "@agencia.example", "19131243000197");
        life.refuse(step(refused), "A assinatura não confere.");
        var pdfs = List.of(refused, waiting, fresh).stream()
                .map(contract -> documentOf(contract).file().id())
                .toList();
        for (var contract : List.of(refused, waiting)) {
            change(
                    "update partners_contract set requested_at = ?2, decided_at = case when decided_at is null then null else cast(?2 as timestamptz) end where id = ?1",
                    contract,
                    clock.instant().minus(Duration.ofDays(366)).atOffset(ZoneOffset.UTC));
        }

        forgotten.forget();
        forgotten.forget();

        for (var contract : List.of(refused, waiting)) {
            assertThat(contracts.get(contract, admin).state()).isEqualTo(ContractState.REFUSED);
            assertThat(asked.of(contract, admin)).isEmpty();
            assertThat(acts(contract)).startsWith("partners.audit.forgotten");
        }
        assertThat(contracts.get(refused, admin).reason()).isEqualTo("A assinatura não confere.");
        assertThat(trail.of(AuditSubject.CONTRACT, waiting).get(0).sentence())
                .isEqualTo("Dados do pedido de acesso retirados pelo prazo de guarda");
        assertThat(attachments.find(pdfs)).extracting(file -> file.id()).containsExactly(pdfs.get(2));
        assertThat(asked.of(fresh, admin)).isPresent();
        assertThat(trail.of(AuditSubject.CONTRACT, fresh).get(0).sentence()).isEqualTo("Pedido de acesso recebido");
    }

    private long confirmed(String email, String cnpj) {
        requests.ask(access(email, cnpj), new ClientAddress(UUID.randomUUID().toString()), null);
        requests.confirm(secret(email));
        var partner = partners.list(cnpj, admin).get(0).id();
        return partners.contracts(partner, admin).stream()
                .mapToLong(ContractDetails::id)
                .max()
                .orElseThrow();
    }

    private void change(String sql, Object... values) throws Exception {
        transaction.begin();
        Row.change(em, sql, values);
        transaction.commit();
    }

    @Test
    void whoeverSentAFileTakesItBackAndNobodyTakesAnother() {
        var file = attachments.store("contrato.pdf", new ByteArrayInputStream(Samples.signedPdf()), Documents.PDF);
        files.takeBack(file.id());
        assertThat(attachments.waiting(file.id())).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.takeBack(file.id()));

        var ofPerson = upload(admin);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.takeBack(ofPerson));
        var request = access("volta-" + UUID.randomUUID() + "@agencia.example", "12ABC34501DE35");
        requests.ask(request, new ClientAddress(UUID.randomUUID().toString()), null);
        assertThatExceptionOfType(NotFound.class)
                .as("it is asked with already")
                .isThrownBy(() -> files.takeBack(request.document()));
    }

    private AccessRequest access(String email, String cnpj) {
        var file = attachments.store("contrato.pdf", new ByteArrayInputStream(Samples.signedPdf()), Documents.PDF);
        return AccessRequest.of(new AccessRequest.Typed(
                "Agência Que Pede",
                cnpj,
                "Rita Moura",
                email,
                "(11) 98765-4321",
                cpf().digits(),
                client.name() + "\nNinguém que exista\nEmpório Caiçara, 61.827.394/0001-40\n",
                file.id().toString()));
    }

    private String secret(String email) {
        return mails(email, "CONFIRM").get(0).replaceAll("(?s).*link=(\\S+).*", "$1");
    }

    @Test
    void aRequestThatNobodyConfirmsIsGoneAfterADay() throws Exception {
        var email = "some-" + UUID.randomUUID() + "@agencia.example";
        requests.ask(
                access(email, "11444777000161"),
                new ClientAddress(UUID.randomUUID().toString()),
                null);
        var secret = secret(email);

        travelling(() -> {
            clocks.advance(Duration.ofHours(24).plusSeconds(1));
            assertThat(requests.look(secret)).isEmpty();
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> requests.confirm(secret))
                    .withMessage("partners.access.dead");
            desk.forget();
        });

        assertThat(requestsOf(email)).isZero();
    }

    private int requestsOf(String email) {
        return em.createNativeQuery("select 1 from partners_request where contact_email = ?1")
                .setParameter(1, email)
                .getResultList()
                .size();
    }

    @Test
    void thereAreOnlySoManyRequestsAnHour() {
        var from = new ClientAddress(UUID.randomUUID().toString());
        var email = "muito-" + UUID.randomUUID() + "@agencia.example";
        for (int i = 0; i < AccessRequests.PER_ADDRESS; i++) {
            requests.ask(access(email, "11444777000161"), from, null);
        }

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> requests.ask(access(email, "11444777000161"), from, null))
                .withMessage("partners.access.throttled");
    }

    @Test
    void everyFieldAtFaultIsNamedAtOnce() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> AccessRequest.of(new AccessRequest.Typed("", "1", " ", "x", "2", "3", "", "")))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(field -> field.field())
                        .containsExactly(
                                "agency", "cnpj", "contactName", "email", "phone", "userCpf", "portfolio", "document"));
    }

    @Test
    void partnersAreFoundByNameByCnpjAndByTheCpfOfTheirUser() {
        var contract = approved(20);
        var cpf = cpf();
        users.grant(step(contract), new NewGeneralUser(cpf, "Davi", somebody().email(), false));
        var name = partners.get(partner(contract), admin).text().name();

        assertThat(partners.list(cpf.formatted(), admin))
                .extracting(PartnerSummary::name)
                .containsExactly(name);
        assertThat(partners.list(name.toUpperCase(Locale.ROOT).replace('Ê', 'E'), admin))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.standing()).isEqualTo(PartnerSummary.Standing.EXPIRING);
                    assertThat(found.clients()).isEqualTo(1);
                    assertThat(ChronoUnit.DAYS.between(today(), found.until())).isEqualTo(20);
                });
        assertThat(partners.list("MIRANTE", admin))
                .extracting(PartnerSummary::name)
                .contains("Agência Mirante");
        assertThat(partners.list("%", admin)).isEmpty();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        var contract = requested();
        var seen = partners.get(partner(contract), admin);
        var text = PartnerText.of(new PartnerText.Typed("Outra", null, null, "Recife, PE", null, "a@b.example", null));
        partners.save(seen, text, admin);

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> partners.save(seen, text, admin));
        assertThat(partners.get(partner(contract), admin).text().city()).isEqualTo("Recife, PE");
        var taken = new PartnerText.Typed("Outra", "8MIRANTE000166", null, null, null, null, null);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> partners.add(PartnerText.of(taken), admin))
                .withMessage("partners.partner.cnpj-taken");
    }

    /** With the clock somewhere else; afterwards it is now again. */
    private void travelling(Story story) throws Exception {
        var present = clock.instant();
        var begun = System.nanoTime();
        try {
            story.tell();
        } finally {
            var passed = Duration.ofNanos(System.nanoTime() - begun);
            clocks.advance(Duration.between(clock.instant(), present.plus(passed)));
        }
    }

    private interface Story {
        void tell() throws Exception;
    }
}
