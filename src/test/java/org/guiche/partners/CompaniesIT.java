package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.GroupPeople;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators keep companies, what they contracted and their projects; nobody else sees or changes one of them here. */
@ExtendWith(ArquillianExtension.class)
class CompaniesIT {

    private final String mark = "e" + UUID.randomUUID().toString().substring(0, 8);

    @EJB
    CompanyRegistry registry;

    @EJB
    CompanyDirectory directory;

    @EJB
    CompanyServices services;

    @EJB
    CompanyProjects projects;

    @EJB
    CompanyDomains domains;

    @EJB
    Companies companies;

    @EJB
    ContractedServices contracted;

    @EJB
    Contracts contracts;

    @EJB
    GroupPeople members;

    @EJB
    AuditTrail trail;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager em;

    private CompanyState add(String name) {
        return registry.add(CompanyText.of(name, null), people.admin());
    }

    private CompanyText text(String name, @Nullable Cnpj cnpj, String... mailDomains) {
        return new CompanyText(name, cnpj, null, true, List.of(mailDomains));
    }

    private List<String> acts(CompanyState company) {
        return trail.of(AuditSubject.COMPANY, company.id()).stream()
                .map(line -> line.audited().act())
                .toList();
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void whatIsChangedIsWrittenDownWithWhatItWasBefore() {
        var added = add("Casa " + mark);
        var cnpj = cnpj(3);
        var changed = registry.change(
                added.id(),
                new CompanyText("Lar " + mark, cnpj, "Rua A, 1", true, List.of(mark + ".com")),
                added.version(),
                people.admin());

        assertThat(changed).isEqualTo(registry.get(added.id(), people.admin()));
        assertThat(changed.version()).isEqualTo(added.version() + 1);
        assertThat(acts(added)).containsExactly("partners.audit.changed", "partners.audit.added");
        AuditRecord line = trail.of(AuditSubject.COMPANY, added.id()).get(0);
        assertThat(line.personId()).isEqualTo(people.admin().id());
        assertThat(line.audited().before()).containsOnlyKeys("name").containsEntry("name", "Casa " + mark);
        assertThat(line.audited().after())
                .containsEntry("cnpj", cnpj.formatted())
                .containsEntry("domains", mark + ".com")
                .containsOnlyKeys("name", "cnpj", "address", "domains");
    }

    @Test
    void whatIsAsItWasLeavesNoTraceAndIsOverwrittenByNobodyWhoSawAnOlderOne() {
        var added = add("Igual " + mark);

        assertThat(registry.change(added.id(), added.text(), added.version(), people.admin()))
                .isEqualTo(added);
        registry.change(added.id(), text("Outro " + mark, null), null, people.admin());

        assertThat(acts(added)).hasSize(2);
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() ->
                        registry.change(added.id(), text("Terceiro " + mark, null), added.version(), people.admin()));
        assertThat(registry.get(added.id(), people.admin()).text().name()).isEqualTo("Outro " + mark);
    }

    @Test
    void aCnpjAndADomainAreOneCompanysAlone() {
        var cnpj = cnpj(1);
        var first = registry.add(text("Primeira " + mark, cnpj, mark + ".com.br"), people.admin());

        isRefused("partners.cnpj.taken", () -> registry.add(text("Segunda " + mark, cnpj), people.admin()));
        isRefused(
                "partners.domain.taken",
                () -> registry.add(
                        text("Segunda " + mark, null, "@" + mark.toUpperCase(Locale.ROOT) + ".com.br"),
                        people.admin()));
        assertThat(domains.group(Email.of("ana@" + mark + ".com.br"))).hasValue(first.groupId());
        registry.change(first.id(), text("Primeira " + mark, null), null, people.admin());
        var second = registry.add(text("Segunda " + mark, cnpj, mark + ".com.br"), people.admin());
        assertThat(domains.group(Email.of("ana@" + mark + ".com.br"))).hasValue(second.groupId());
    }

    /** One that nobody else has: an alphanumeric root, and its check digits. */
    private Cnpj cnpj(int order) {
        var root = mark.substring(1).toUpperCase(Locale.ROOT) + "%04d".formatted(order);
        for (int digits = 0; digits < 100; digits++) {
            if (Cnpj.looksLike(root + "%02d".formatted(digits))) {
                return Cnpj.of(root + "%02d".formatted(digits));
            }
        }
        throw new IllegalStateException("no CNPJ begins with " + root);
    }

    @Test
    void whereEverybodyHasAnAddressIsNoCompanysDomain() {
        Stream.of("gmail.com", "outlook.com", "hotmail.com", "uol.com.br", "bol.com.br", "yahoo.com.br", "live.com")
                .forEach(provider -> isRefused("partners.domain.public", () -> text("Casa", null, provider)));
        Stream.of("casa", "casa@jatoba.com", "http://jatoba.com", "-a.com", "a..com")
                .forEach(none -> isRefused("partners.domain.invalid", () -> text("Casa", null, none)));
        assertThat(text("Casa", null, "live.casajatoba.com").domains()).containsExactly("live.casajatoba.com");
    }

    @Test
    void aNameIsOneLineOfOrdinaryLength() {
        isRefused("partners.name.required", () -> text("  ", null));
        isRefused("partners.text.long", () -> text("x".repeat(121), null));
        isRefused("partners.text.line", () -> text("duas\nlinhas", null));
        assertThat(text(" =Soma(1) ", null).name()).isEqualTo("=Soma(1)");
    }

    @Test
    void aClosedCompanyTakesNoNewTicketsAndSaysSoToItsOwnAlone() {
        var name = "Fechada " + mark;
        var company = add(name);
        var partner = contracts.addPartner("Agência " + mark, null);
        var client = companies.get(company.id(), people.talita());
        contracts.addClient(partner, client);
        var member = member(company);
        assertThat(companies.opening(null, null, member).company()).isEqualTo(client);

        registry.change(
                company.id(), new CompanyText(name, null, null, false, List.of()), company.version(), people.admin());

        isRefused("partners.company.closed", () -> companies.opening(null, null, member));
        isRefused("partners.company.closed", () -> companies.opening(company.id(), null, member));
        isRefused("partners.company.closed", () -> companies.opening(company.id(), null, people.talita()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> companies.opening(company.id(), null, people.carla()));
        assertThat(companies.openableBy(member)).isEmpty();
        assertThat(member.belongsTo(company.groupId())).isTrue();
        assertThat(acts(company)).startsWith("partners.audit.closed");
    }

    private Person member(CompanyState company) {
        var bruno = people.bruno();
        return new Person(
                bruno.id(),
                bruno.name(),
                bruno.email(),
                null,
                null,
                bruno.roles(),
                List.of(new Membership(
                        company.groupId(), GroupKind.COMPANY, company.text().name(), false)));
    }

    @Test
    void aServiceThatEndedIsOfferedNoMoreAndStillReadByTheTicketsThatNameIt() {
        var company = add("Serviços " + mark);
        var shop = services.add(company.id(), "Loja virtual", people.admin());
        isRefused("partners.service.twice", () -> services.add(company.id(), "loja VIRTUAL", people.admin()));

        var renamed = change(company, shop, "Loja completa", null);
        var ended = change(company, renamed, null, true);

        assertThat(companies.opening(company.id(), null, people.talita()).services())
                .isEmpty();
        assertThat(contracted.of(List.of(company.id()))).isEmpty();
        assertThat(contracted.names(List.of(shop.id()))).containsValue("Loja completa");
        assertThat(services.list(company.id(), people.admin())).containsExactly(ended);
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> change(company, shop, "Velha", null));
        services.add(company.id(), "Loja completa", people.admin());
        isRefused("partners.service.twice", () -> change(company, ended, null, false));
        assertThat(acts(company))
                .containsExactly(
                        "partners.audit.service.added",
                        "partners.audit.service.ended",
                        "partners.audit.service.renamed",
                        "partners.audit.service.added",
                        "partners.audit.added");
    }

    private ServiceState change(
            CompanyState company, ServiceState service, @Nullable String name, @Nullable Boolean ended) {
        return services.change(
                company.id(), service.id(), new CompanyServices.Change(name, ended), service.version(), people.admin());
    }

    @Test
    void aProjectIsCarriedOutByAPartnerThatServesTheCompanyAndConcludedOnADayThatHasBeen() {
        var company = add("Projetos " + mark);
        var partner = contracts.addPartner("Executora " + mark, null);
        var admin = people.admin();
        var foreign = new ProjectText("Portal", partner.id(), null);
        isRefused("partners.project.partner", () -> projects.add(company.id(), foreign, admin));
        isRefused("partners.project.partner", () -> projects.add(company.id(), new ProjectText("P", -1L, null), admin));
        contracts.addClient(partner, companies.get(company.id(), admin));

        var project = projects.add(company.id(), foreign, admin);
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Sao_Paulo"))
                .plusDays(1);
        isRefused("partners.project.future", () -> conclude(company, project, tomorrow));
        var concluded = conclude(company, project, tomorrow.minusDays(1));

        assertThat(concluded.version()).isEqualTo(2);
        assertThat(companies
                        .opening(company.id(), project.id(), people.talita())
                        .isOfConcludedProject())
                .isTrue();
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> conclude(company, project, tomorrow.minusDays(2)));
        assertThat(projects.list(company.id(), admin)).containsExactly(concluded);
    }

    private ProjectState conclude(CompanyState company, ProjectState project, LocalDate day) {
        var text = new ProjectText(project.name(), CompanyProjects.text(project).partnerId(), day);
        return projects.change(company.id(), project.id(), text, project.version(), people.admin());
    }

    @Test
    void whatBelongsToAnotherCompanyIsNotThere() {
        var one = add("Uma " + mark);
        var other = add("Outra " + mark);
        var service = services.add(other.id(), "Hub", people.admin());
        var project = projects.add(other.id(), new ProjectText("Portal", null, null), people.admin());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> change(one, service, "Meu", null));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> projects.get(one.id(), project.id(), people.admin()));
        assertThat(acts(one)).containsExactly("partners.audit.added");
    }

    @Test
    void nobodyButAdministratorsFindsACompanyHere() {
        var company = add("Só de quem administra " + mark);
        Stream.of(people.bruno(), people.joana(), people.marina(), people.rafael(), people.talita())
                .forEach(person -> {
                    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> registry.get(company.id(), person));
                    assertThatExceptionOfType(NotFound.class)
                            .isThrownBy(() -> registry.change(company.id(), company.text(), null, person));
                    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> services.list(company.id(), person));
                    assertThatExceptionOfType(NotFound.class)
                            .isThrownBy(() -> services.add(company.id(), "Hub", person));
                    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> projects.partners(company.id(), person));
                    assertThatExceptionOfType(NotFound.class)
                            .isThrownBy(() -> members.list(company.groupId(), 9, person));
                    assertThatExceptionOfType(AccessDenied.class)
                            .isThrownBy(() -> registry.add(company.text(), person));
                });
        Stream.of(people.bruno(), people.joana(), people.marina())
                .forEach(person -> assertThatExceptionOfType(BusinessException.class)
                        .isThrownBy(() -> directory.page(CompanyFilter.ALL, 9, null, person)));
    }

    @Test
    void companiesAreFoundByHowWordsAndCnpjBeginWhateverAccentsAndCapitals() {
        var cnpj = cnpj(7);
        registry.add(text("Açaí & Cia. do " + mark, cnpj), people.admin());
        var closed =
                registry.add(new CompanyText("Acai fechado " + mark, null, null, false, List.of()), people.admin());

        assertThat(found("acai " + mark)).containsExactly("Acai fechado " + mark, "Açaí & Cia. do " + mark);
        assertThat(found("CIA açaí " + mark.substring(0, 6))).containsExactly("Açaí & Cia. do " + mark);
        assertThat(found(cnpj.formatted().substring(0, 12))).containsExactly("Açaí & Cia. do " + mark);
        assertThat(found("ai " + mark)).isEmpty();
        assertThat(found("&")).isEmpty();
        assertThat(directory
                        .page(new CompanyFilter(mark, false, null), 9, null, people.admin())
                        .items())
                .extracting(CompanyRow::id)
                .containsExactly(closed.id());
        assertThat(directory
                        .page(new CompanyFilter(mark, null, true), 9, null, people.admin())
                        .items())
                .hasSize(1);
        assertThat(directory
                        .page(new CompanyFilter("acai " + mark, false, null), 9, null, people.talita())
                        .items())
                .as("agents see those that take tickets, whatever they ask for")
                .extracting(CompanyRow::name)
                .containsExactly("Açaí & Cia. do " + mark);
    }

    private List<String> found(String words) {
        return directory.page(new CompanyFilter(words, null, null), 9, null, people.admin()).items().stream()
                .map(CompanyRow::name)
                .sorted()
                .toList();
    }

    @Test
    void pagesFollowEachOtherWithoutAGapThoughNamesAreTheSame() {
        var ids = Stream.generate(() -> add("Igual " + mark).id()).limit(7).toList();
        var seen = new ArrayList<Long>();
        String next = null;
        do {
            var page = directory.page(new CompanyFilter(mark, null, null), 3, next, people.admin());
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(ids);
        isRefused("shared.cursor.invalid", () -> directory.page(CompanyFilter.ALL, 3, "nada", people.admin()));
        isRefused("shared.cursor.invalid", () -> directory.page(CompanyFilter.ALL, 3, "999999999", people.admin()));
    }

    /** With twenty thousand of them, which no other test sees. */
    @Test
    void listsAndSearchesReadAnIndexAndNotTheWholeTable() throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("""
                            with g as (insert into accounts_group (kind, name)
                                select 'COMPANY', 'Empresa ' || i || ' ' || md5(cast(i as text)) from generate_series(1, 20000) i
                                returning id, name)
                            insert into partners_company (group_id, name) select id, name from g""").executeUpdate();
            em.createNativeQuery("analyze partners_company").executeUpdate();

            assertThat(plan("", true)).contains("partners_company_list");
            assertThat(plan("", false)).contains("partners_company_closed");
            var first = new CompanyRow(1, "Empresa 5", null, true);
            assertThat(CompanyQuery.of(CompanyFilter.ALL, first, 51).plan(em))
                    .contains("Index Cond", "partners_company_list")
                    .doesNotContain("Seq Scan", "Sort");
            assertThat(plan("c4ca4238", null)).contains("partners_company_search");
            assertThat(plan("emp c4ca42", true)).contains("partners_company_search");
            assertThat(plan("12.ABC", null)).contains("partners_company_search", "partners_company_cnpj_start");
        } finally {
            transaction.rollback();
        }
    }

    private String plan(String words, @Nullable Boolean active) {
        var plan = CompanyQuery.of(new CompanyFilter(words, active, null), null, 51)
                .plan(em);
        assertThat(plan).as(plan).doesNotContain("Seq Scan");
        return plan;
    }
}
