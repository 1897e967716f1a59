package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory finds people by what is known of them, a page at a time, and shows nobody's whole CPF. */
@ExtendWith(ArquillianExtension.class)
class DirectoryIT {

    @EJB
    Directory directory;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Groups groups;

    @Inject
    People people;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /** A word that nobody else is called by. */
    private final String word = "zu" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ra";

    private long person(String name) {
        return person(name, null);
    }

    private long person(String name, @Nullable Cpf cpf, Role... roles) {
        var email = new Email(UUID.randomUUID() + "@diretorio.example");
        return accounts.register(new NewPerson(name, email, cpf, Phone.of("11987654321"), null, Set.of(roles)));
    }

    private List<Long> found(PersonSearch search) {
        return directory.find(search, 50, null, people.admin()).items().stream()
                .map(PersonEntry::id)
                .toList();
    }

    private List<Long> found(String words) {
        return found(PersonSearch.of(words));
    }

    @Test
    void anybodyIsFoundByTheBeginningsOfTheWordsOfANameWithoutAccents() {
        var id = person("José " + word + " da Conceição");

        assertThat(found(word)).containsExactly(id);
        assertThat(found(word.toUpperCase(Locale.ROOT).substring(0, word.length() - 1) + " conceica"))
                .containsExactly(id);
        assertThat(found("jose conc " + word)).containsExactly(id);
        assertThat(found(word.substring(1))).as("not by the middle of a word").isEmpty();
        assertThat(found(word + " maria")).isEmpty();
        assertThat(found("%" + word + "' | :*")).containsExactly(id);
        assertThat(found("%%%")).isEmpty();
        assertThat(found("z".repeat(9000))).isEmpty();
    }

    @Test
    void anybodyIsFoundByTheAddressAndByTheWholeCpf() {
        var id = person("Ana Lima", Cpf.of("264.538.910-42"));
        var email = accounts.email(id);

        assertThat(found(email)).containsExactly(id);
        assertThat(found(email.substring(0, email.indexOf('@') + 4))).containsExactly(id);
        assertThat(found("264.538.910-42")).containsExactly(id);
        assertThat(found("26453891042")).containsExactly(id);
        assertThat(found("264538910")).isEmpty();
    }

    @Test
    void whoHasASocialNameIsFoundByBothAndCalledByIt() {
        var id = person("Nome " + word + "velho");
        accounts.correct(accounts.get(id), new Naming("Nome " + word + "velho", "Bruna " + word), null);

        assertThat(found("bruna " + word)).containsExactly(id);
        assertThat(found(word + "velho")).containsExactly(id);
        var entry = directory.get(id, people.admin());
        assertThat(entry.name()).isEqualTo("Bruna " + word);
        assertThat(accounts.get(id).name()).isEqualTo("Bruna " + word);
        assertThat(accounts.get(id).firstName()).isEqualTo("Bruna");
        assertThat(accounts.name(id)).isEqualTo("Bruna " + word);
    }

    @Test
    void theFiltersAskWhoSomebodyIs() {
        var agent = person("Agente " + word, null, Role.AGENT_N2);
        var company = groups.create(GroupKind.COMPANY, "Empresa " + word);
        var partner = groups.create(GroupKind.PARTNER, "Parceiro " + word);
        var customer = person("Cliente " + word);
        groups.join(customer, company, false, null);
        var agency = person("Parceira " + word);
        groups.join(agency, partner, true, null);
        var former = person("Ex-parceira " + word);
        groups.join(former, partner, true, clock.instant().minusSeconds(60));

        assertThat(found(new PersonSearch(word, PersonKind.STAFF, null, Set.of(), null, false)))
                .containsExactly(agent);
        assertThat(found(new PersonSearch(word, PersonKind.PARTNER, null, Set.of(), null, false)))
                .containsExactly(agency);
        assertThat(found(new PersonSearch(word, PersonKind.CUSTOMER, null, Set.of(), null, false)))
                .containsExactly(customer, former);
        assertThat(found(new PersonSearch(word, null, Role.AGENT_N2, Set.of(), null, false)))
                .containsExactly(agent);
        assertThat(found(new PersonSearch("", null, null, Set.of(company, partner), null, false)))
                .containsExactly(customer, agency);
        assertThat(found(new PersonSearch(word, null, null, Set.of(), false, false)))
                .isEmpty();
        assertThat(found(new PersonSearch(word, null, null, Set.of(), true, true)))
                .isEmpty();
        assertThat(groups.companies("empre " + word, 5))
                .singleElement()
                .isEqualTo(new GroupName(company, "Empresa " + word));
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfTheNamesAndLeaveNobodyOut() {
        var ids = Stream.of("d", "B", "a", "c", "b", "b")
                .map(letter -> person(letter + " " + word))
                .toList();
        var seen = new ArrayList<String>();
        var all = new ArrayList<Long>();
        @Nullable String cursor = null;
        do {
            var page = directory.find(PersonSearch.of(word), 2, cursor, people.admin());
            page.items().forEach(entry -> {
                seen.add(entry.name().substring(0, 1).toLowerCase(Locale.ROOT));
                all.add(entry.id());
            });
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).containsExactly("a", "b", "b", "b", "c", "d");
        assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nada", "cSAx", "%%", "cCBhYmM"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        var admin = people.admin();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> directory.find(PersonSearch.of(""), 10, cursor, admin));
    }

    @Test
    void nobodysWholeCpfLeavesTheDirectory() {
        var id = person("Ana " + word, Cpf.of("815.694.700-22"));

        var page = directory.find(PersonSearch.of(word), 10, null, people.admin());

        assertThat(page.items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.cpf()).isEqualTo("***.694.700-**"));
        assertThat(page.toString() + directory.get(id, people.admin())).doesNotContain("81569470022");
    }

    @Test
    void aPageTakesOneStatementHoweverManyItHolds() throws Exception {
        for (int i = 0; i < 12; i++) {
            person("Pessoa " + word, null, Role.AGENT_N1);
        }
        var admin = people.admin();

        var counted = Statements.counting(em, () -> directory.find(PersonSearch.of(word), 10, null, admin));

        assertThat(counted.result().items()).hasSize(10);
        assertThat(counted.statements()).hasSize(1);
    }

    @Test
    void onlyAdministratorsLookIntoTheDirectoryAndManagersIntoTheirCompany() {
        var all = PersonSearch.of("");

        for (var other : List.of(people.bruno(), people.marina(), people.rafael(), people.talita())) {
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> directory.find(all, 10, null, other));
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> directory.get(other.id(), other));
        }
        var joana = people.joana();
        var seen = directory.find(all, 200, null, joana).items();
        assertThat(seen)
                .extracting(PersonEntry::email)
                .contains("joana@jatoba.example", "bruno@jatoba.example")
                .doesNotContain("carla@araca.example", "marina@mirante.example", "talita@guiche.example");
        var araca = people.carla().groups();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> directory.find(all.in(araca), 10, null, joana));
        var carla = people.carla();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> directory.get(carla.id(), joana));
    }

    static Stream<PersonSearch> searches() {
        return Stream.of(
                PersonSearch.of(""),
                PersonSearch.of("maria"),
                PersonSearch.of("m"),
                PersonSearch.of("maria sil"),
                PersonSearch.of("pessoa77123"),
                PersonSearch.of("529.982.247-25"),
                new PersonSearch("", PersonKind.STAFF, null, Set.of(), null, false),
                new PersonSearch("", PersonKind.PARTNER, null, Set.of(), true, false),
                new PersonSearch("", PersonKind.CUSTOMER, null, Set.of(), true, false),
                new PersonSearch("mar", PersonKind.CUSTOMER, null, Set.of(), null, false),
                new PersonSearch("", null, Role.SUPERVISOR, Set.of(), true, false),
                new PersonSearch("", null, null, Set.of(1L, 2L), null, false),
                new PersonSearch("", null, null, Set.of(), false, false),
                new PersonSearch("", null, null, Set.of(), null, true));
    }

    /** All in one transaction, which nobody else sees and which leaves nothing behind. */
    @Test
    void noSearchReadsAHundredThousandPeopleOneByOne() throws Exception {
        transaction.begin();
        try {
            fill();
            for (var search : searches().toList()) {
                for (var after : new Long[] {null, people.bruno().id()}) {
                    var plan = plan(PeopleQuery.page(search, 50, after, clock.instant()));
                    assertThat(plan)
                            .as(search + " " + plan)
                            .doesNotContain("Seq Scan on accounts_person", "Seq Scan on accounts_membership");
                }
            }
            assertThat(plan(PeopleQuery.one(people.bruno().id(), clock.instant())))
                    .doesNotContain("Seq Scan on accounts_person", "Seq Scan on accounts_membership");
        } finally {
            transaction.rollback();
        }
    }

    private void fill() {
        run("""
                insert into accounts_group (kind, name) select case when i % 11 = 0 then 'PARTNER' else 'COMPANY' end, 'Grupo ' || i
                from generate_series(1, 22000) i""");
        run("""
                insert into accounts_person (name, email, phone, password_hash, active, created_at, invited_at)
                select (array['Maria','José','Ana','João','Antônia','Francisco','Márcia','Paulo','Zilda','Caio'])[1 + i % 10]
                        || ' ' || (array['Silva','Souza','Costa','Lima','Rocha','Alves','Melo'])[1 + i % 7] || ' ' || md5(i::text),
                    'pessoa' || i || '@cem-mil.example', null, case when i % 50 = 0 then null else 'x' end, i % 40 <> 0, now(),
                    case when i % 50 = 0 then now() end
                from generate_series(1, 100000) i""".replace("i::text", "cast(i as text)"));
        run("""
                insert into accounts_membership (person_id, group_id, whole_group)
                select p.id, g.first + p.id % 22000, p.id % 9 = 0 from accounts_person p,
                    (select min(id) as first from accounts_group where name = 'Grupo 1') g where p.email like '%@cem-mil.example'""");
        run("analyze accounts_person");
        run("analyze accounts_membership");
        run("analyze accounts_group");
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private String plan(PeopleQuery query) {
        var explain = em.createNativeQuery("explain " + query.sql());
        for (int i = 0; i < query.values().size(); i++) {
            explain.setParameter(i + 1, query.values().get(i));
        }
        List<?> lines = explain.getResultList();
        return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
