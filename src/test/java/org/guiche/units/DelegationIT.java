package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.Accounts;
import org.guiche.accounts.AuditFilter;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Delegate;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.Role;
import org.guiche.accounts.web.AuditWords;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.units.Teams.Crew;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To whom a unit is delegated, that person shapes it, from the next request on, and nothing else (ADR 34). */
@ExtendWith(ArquillianExtension.class)
class DelegationIT {

    private static final String FORM = "form";
    private static final String SECTOR = "da-vera";

    @EJB
    Delegates delegates;

    @EJB
    Configuration configuration;

    @EJB
    FormDrafts drafts;

    @EJB
    Exchange exchange;

    @EJB
    ChangeHistory history;

    @EJB
    Teams teams;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @EJB
    Accounts administration;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Erasure erasure;

    @EJB
    AuditTrail trail;

    @Inject
    AuditWords words;

    @Inject
    People people;

    private final String key = "delegada-" + System.nanoTime();
    private final String other = key + "-outra";
    private long vera;

    @BeforeEach
    void aUnitOfOnesOwnWithASectorOfItsOwn() {
        if (sectors.all().stream().noneMatch(one -> one.key().equals(SECTOR))) {
            teams.add(people.admin(), new SectorText(SECTOR, "Da Vera", "", QueueOrder.FIFO));
        }
        add(key, SECTOR);
        add(other, "suporte");
        vera = registered(Role.AGENT_N2);
        delegates.give(people.admin(), key, vera);
    }

    @AfterEach
    void theUnitsTakeNoTicketsAndTheSectorServesNobody() {
        for (var one : List.of(key, other)) {
            var closed = JsonText.object(configuration.document(one))
                    .add("active", false)
                    .add("entrySector", "suporte")
                    .add("generalSector", "suporte");
            change(people.admin(), one, closed.build());
        }
        teams.members(SECTOR).forEach(person -> teams.removeMember(people.admin(), SECTOR, person));
    }

    private void add(String unit, String entry) {
        var like = JsonText.object(Presets.document("cx"))
                .add("key", unit)
                .add("name", unit)
                .add("entrySector", entry)
                .add("generalSector", entry)
                .remove("parents");
        configuration.addUnit(people.admin(), like.build());
    }

    private long registered(Role... roles) {
        var email = new Email(UUID.randomUUID() + "@delegada.example");
        return accounts.register(new NewPerson("Vera Lins", email, null, null, "ipê roxo na serra", Set.of(roles)));
    }

    private Person vera() {
        return accounts.get(vera);
    }

    private JsonObject renamed(String unit, String name) {
        return JsonText.object(configuration.document(unit)).add("name", name).build();
    }

    private void change(Person actor, String unit, JsonObject document) {
        configuration.change(actor, unit, document, configuration.revision(unit));
    }

    private List<String> acts() {
        return trail.of(AuditSubject.PERSON, vera).stream()
                .map(line -> line.audited().act() + " " + line.personId() + " "
                        + line.audited().before() + line.audited().after())
                .filter(line -> line.contains("delegated"))
                .toList();
    }

    @Test
    void whoWasGivenAUnitShapesAllOfIt() {
        change(vera(), key, renamed(key, "Da Vera"));
        configuration.become(
                vera(),
                key,
                Presets.behaveLike("loja", configuration.document(key), sectors.all()),
                configuration.revision(key));
        configuration.publishForm(vera(), key, Presets.document("cx").getJsonObject(FORM));
        var settings = configuration.document(key).getJsonObject("settings");
        configuration.changeService(vera(), key, settings, JsonValue.EMPTY_JSON_ARRAY);

        assertThat(units.get(key, vera()).name()).isEqualTo("Da Vera");
        assertThat(units.administeredBy(vera())).extracting(BusinessUnit::key).containsExactly(key);
        assertThat(history.page(vera(), null, null).items())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.unit()).isEqualTo(key))
                .anySatisfy(record -> assertThat(record.personId()).isEqualTo(vera));
    }

    @Test
    void whoWasGivenAUnitDesignsTriesAndPublishesItsForm() {
        var draft = drafts.current(vera(), key);
        var changed = drafts.save(vera(), draft, draft.design().add(FieldKind.TEXT, "Campo da Vera", 99));

        assertThat(drafts.publish(vera(), changed, changed.number())).isEqualTo(changed.number());
        assertThat(drafts.versions(vera(), units.get(key, vera())).get(0).publishedBy())
                .isEqualTo("Vera Lins");
    }

    @Test
    void theUnitGoesOutAloneWithTheSectorsThatItLeadsToAndComesInAgain() {
        var file = exchange.file(vera(), key);

        assertThat(file.getJsonArray("units").getValuesAs(JsonObject.class))
                .extracting(unit -> unit.getString("key"))
                .containsExactly(key);
        assertThat(file.getJsonArray("sectors").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("key"))
                .containsExactly(SECTOR);
        assertThat(exchange.preview(people.admin(), file.toString()).items())
                .allSatisfy(item -> assertThat(item.difference().isNone()).isTrue());
    }

    @Test
    void anyOtherUnitIsNotThere() {
        var document = configuration.document(other);
        for (var unit : List.of(other, "nenhuma")) {
            none(() -> configuration.change(vera(), unit, document, 0));
            none(() -> configuration.become(vera(), unit, document, 0));
            none(() -> configuration.publishForm(vera(), unit, document.getJsonObject(FORM)));
            none(() -> configuration.changeService(
                    vera(), unit, document.getJsonObject("settings"), JsonValue.EMPTY_JSON_ARRAY));
            none(() -> drafts.current(vera(), unit));
            none(() -> exchange.file(vera(), unit));
            none(() -> history.page(vera(), unit, null));
            none(() -> delegates.of(vera(), unit));
        }
        var draft = drafts.current(people.admin(), other);
        none(() -> drafts.save(vera(), draft, draft.design().add(FieldKind.TEXT, "Alheio", 0)));
        none(() -> drafts.publish(vera(), draft, draft.number()));
        none(() -> drafts.undo(vera(), draft));
        none(() -> drafts.discard(vera(), draft));
        none(() -> drafts.versions(vera(), draft.unit()));
        none(() -> drafts.version(vera(), draft.unit(), 1));
        assertThat(configuration.document(other)).isEqualTo(document);
    }

    private static void none(ThrowingCallable act) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(act).withMessage("units.unit.not-found");
    }

    @Test
    void whatIsTheInstallationsStaysClosed() {
        var file = exchange.file(people.admin(), key).toString();
        var unit = JsonText.object(configuration.document(key))
                .add("key", key + "-nova")
                .build();

        denied(() -> configuration.addUnit(vera(), unit));
        denied(() -> exchange.file(vera()));
        denied(() -> exchange.preview(vera(), file));
        denied(() -> exchange.bring(vera(), file, 0));
        denied(() -> teams.add(vera(), new SectorText("novo-setor", "Novo setor", "", QueueOrder.FIFO)));
        denied(() -> delegates.give(vera(), key, people.igor().id()));
        denied(() -> delegates.take(vera(), key, vera));
        denied(() -> delegates.units(vera(), vera));
        denied(() -> administration.change(vera, roles(Role.SUPERVISOR), null, vera()));
        denied(() -> trail.page(vera(), new AuditFilter(null, null, null)));
        assertThat(vera().isAdministrator()).isFalse();
        assertThat(vera().isSupervisor()).isFalse();
    }

    private static void denied(ThrowingCallable act) {
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(act);
    }

    private static PersonChange roles(Role... roles) {
        return new PersonChange(null, null, null, null, null, Set.of(roles), null);
    }

    @Test
    void whereTheUnitStandsInTheTreeIsForAdministrators() {
        var moved = JsonText.object(configuration.document(key))
                .add("parents", Json.createArrayBuilder().add("Matriz"))
                .build();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> change(vera(), key, moved))
                .satisfies(
                        refusal -> assertThat(refusal.fields().get(0).field()).isEqualTo("parents"));
        change(people.admin(), key, moved);
        change(vera(), key, renamed(key, "No lugar dela"));
        assertThat(units.get(key, vera()).pathLabel()).isEqualTo("Matriz › No lugar dela");
    }

    @Test
    void aUnitBelowIsOneOfItsOwn() {
        var below = JsonText.object(configuration.document(other))
                .add("parents", Json.createArrayBuilder().add(key))
                .build();
        change(people.admin(), other, below);

        none(() -> configuration.change(vera(), other, below, configuration.revision(other)));
        assertThat(units.administeredBy(vera())).extracting(BusinessUnit::key).containsExactly(key);
    }

    @Test
    void aSectorIsTheirsWhereItServesNobodyElse() {
        var text = new SectorText(SECTOR, "Da Vera", "Só dela.", QueueOrder.DUE_FIRST);
        var crew = new Crew(Set.of(people.igor().id()), Set.of(people.igor().id()), Map.of());
        teams.save(vera(), text, teams.state(SECTOR).revision(), crew);

        assertThat(sectors.administeredBy(vera())).extracting(Sector::key).containsExactly(SECTOR);
        assertThat(teams.members(SECTOR)).containsExactly(people.igor().id());
        assertThat(teams.state(SECTOR).text().order()).isEqualTo(QueueOrder.DUE_FIRST);
        var shared = new SectorText("suporte", "Tomado", "", QueueOrder.FIFO);
        for (var refused : List.<ThrowingCallable>of(
                () -> teams.change(vera(), shared, teams.state("suporte").revision()),
                () -> teams.addMember(vera(), "suporte", vera),
                () -> teams.removeMember(vera(), "suporte", people.rafael().id()),
                () -> teams.addMember(vera(), "produto", vera), // serves no unit: the installation's
                () -> teams.addMember(vera(), "nenhum", vera))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(refused).withMessage("units.sector.not-found");
        }
    }

    @Test
    void aSectorThatServesAnotherUnitTooIsTheirsNoMore() {
        var shared = JsonText.object(configuration.document(other)).add("generalSector", SECTOR);
        change(people.admin(), other, shared.build());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> teams.addMember(vera(), SECTOR, vera));
        delegates.give(people.admin(), other, vera);
        teams.addMember(vera(), SECTOR, vera);
        assertThat(teams.members(SECTOR)).containsExactly(vera);
    }

    @Test
    void takenAwayItIsOverAtTheNextRequestAndEachBeginningAndEndIsWrittenDown() {
        delegates.give(people.admin(), key, vera);
        assertThat(delegates.of(vera(), key)).extracting(Delegate::id).containsExactly(vera);
        assertThat(delegates.units(people.admin(), vera))
                .extracting(BusinessUnit::key)
                .containsExactly(key);

        delegates.take(people.admin(), key, vera);

        denied(() -> change(vera(), key, renamed(key, "Tarde demais")));
        denied(() -> drafts.current(vera(), key));
        denied(() -> history.page(vera(), null, null));
        assertThat(vera().administersUnits()).isFalse();
        var admin = people.admin().id();
        assertThat(acts())
                .containsExactly(
                        "accounts.audit.undelegated %d {unit=%s}{}".formatted(admin, key),
                        "accounts.audit.delegated %d {}{unit=%s}".formatted(admin, key));
    }

    @Test
    void theTrailCallsTheUnitByItsNameWithTheKeyBesideIt() {
        change(people.admin(), key, renamed(key, "Loja da Vera"));

        assertThat(words.rows(trail.of(AuditSubject.PERSON, vera)))
                .flatExtracting(AuditWords.Row::changes)
                .containsExactly(new AuditWords.Change("Unidade", "—", "Loja da Vera (" + key + ")"));
    }

    @Test
    void itEndsWithTheAccessAndDoesNotComeBackWithIt() {
        administration.change(vera, PersonChange.toActive(false), null, people.admin());
        administration.change(vera, PersonChange.toActive(true), null, people.admin());

        denied(() -> change(vera(), key, renamed(key, "De volta")));
        assertThat(acts().get(0))
                .startsWith("accounts.audit.undelegated " + people.admin().id());
    }

    @Test
    void itEndsForWhoLeavesTheStaff() {
        administration.change(vera, roles(), null, people.admin());
        administration.change(vera, roles(Role.AGENT_N1), null, people.admin());

        denied(() -> change(vera(), key, renamed(key, "De volta")));
        assertThat(acts().get(0)).startsWith("accounts.audit.undelegated");
    }

    @Test
    void itEndsForWhoOnlyReadsFromNowOn() {
        administration.change(vera, roles(Role.DATA_OFFICER), null, people.admin());

        denied(() -> change(vera(), key, renamed(key, "Só leitura")));
        assertThat(acts().get(0)).startsWith("accounts.audit.undelegated");
    }

    @Test
    void anotherRoleOfTheStaffKeepsIt() {
        administration.change(vera, roles(Role.SUPERVISOR), null, people.admin());

        change(vera(), key, renamed(key, "Supervisora"));
        assertThat(units.get(key, vera()).name()).isEqualTo("Supervisora");
    }

    @Test
    void whoIsErasedHasNone() {
        erasure.erase(vera);

        assertThat(delegates.of(people.admin(), key)).isEmpty();
        assertThat(acts().get(0)).startsWith("accounts.audit.undelegated null");
    }

    @Test
    void onlyWhoWorksHereIsGivenAUnit() {
        var disabled = registered(Role.AGENT_N1);
        administration.change(disabled, PersonChange.toActive(false), null, people.admin());
        var all = new ArrayList<>(List.of(people.bruno().id(), people.marina().id(), disabled));
        all.add(registered(Role.DATA_OFFICER));
        for (var person : all) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> delegates.give(people.admin(), key, person))
                    .withMessage("accounts.delegation.staff-only");
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> delegates.give(people.admin(), key, 999_999_999));
        none(() -> delegates.give(people.admin(), "nenhuma", vera));
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT_N1", "AGENT_N2", "SUPERVISOR"})
    void whoWasGivenNoneShapesNone(Role role) {
        var somebody = accounts.get(registered(role));

        denied(() -> change(somebody, key, renamed(key, "Sem direito")));
        denied(() -> delegates.of(somebody, key));
        denied(() -> delegates.give(somebody, key, somebody.id()));
        denied(() -> units.administeredBy(somebody));
        denied(() -> teams.addMember(somebody, SECTOR, somebody.id()));
    }
}
