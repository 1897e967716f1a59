package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.Accounts;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.Role;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.guiche.units.Teams.Crew;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A role that holds in one sector, or in the sectors of one unit: who gives it, where it holds, and when it ends (ADR 36). */
@ExtendWith(ArquillianExtension.class)
class RolesIT {

    private static final String SECTOR = "da-dora";
    private static final String ANOTHER = "da-dora-outro";

    @EJB
    Teams teams;

    @EJB
    Supervisors supervisors;

    @EJB
    Delegates delegates;

    @EJB
    Configuration configuration;

    @EJB
    ChangeHistory history;

    @EJB
    Accounts administration;

    @EJB
    Erasure erasure;

    @EJB
    AuditTrail trail;

    @EJB
    org.guiche.accounts.People accounts;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    private final String unit = "papeis-" + System.nanoTime();
    private long dora;

    @BeforeEach
    void aUnitWithASectorOfItsOwn() {
        for (var key : List.of(SECTOR, ANOTHER)) {
            if (sectors.all().stream().noneMatch(one -> one.key().equals(key))) {
                teams.add(people.admin(), new SectorText(key, "Setor " + key, "", QueueOrder.FIFO));
            }
        }
        var like = JsonText.object(Presets.document("cx"))
                .add("key", unit)
                .add("name", unit)
                .add("entrySector", SECTOR)
                .add("generalSector", SECTOR)
                .remove("parents");
        configuration.addUnit(people.admin(), like.build());
        dora = registered(Role.AGENT_N2);
    }

    @AfterEach
    void theUnitTakesNoTicketsAndTheSectorsServeNobody() {
        become(people.admin(), "suporte", false);
        for (var sector : List.of(SECTOR, ANOTHER)) {
            teams.members(sector).forEach(person -> teams.removeMember(people.admin(), sector, person));
        }
    }

    private void become(Person actor, String entry, boolean active) {
        var document = JsonText.object(configuration.document(unit))
                .add("active", active)
                .add("entrySector", entry)
                .add("generalSector", entry);
        configuration.change(actor, unit, document.build(), configuration.revision(unit));
    }

    private long registered(Role... roles) {
        var email = new Email(UUID.randomUUID() + "@papeis.example");
        return accounts.register(new NewPerson("Dora Lins", email, null, null, "ipê roxo na serra", Set.of(roles)));
    }

    private Person dora() {
        return accounts.get(dora);
    }

    private long sector(String key) {
        return sectors.get(key).id();
    }

    private void works(Role role) {
        teams.addMember(people.admin(), SECTOR, dora);
        teams.setRole(people.admin(), SECTOR, dora, role);
    }

    private void named() {
        supervisors.name(people.admin(), unit, Set.of(dora), Set.of(dora));
    }

    private List<String> acts() {
        return trail.of(AuditSubject.PERSON, dora).stream()
                .filter(line -> line.audited().act().startsWith("units."))
                .map(line -> line.audited().act() + " " + line.personId() + " "
                        + new TreeMap<>(line.audited().before())
                        + new TreeMap<>(line.audited().after()))
                .toList();
    }

    private static void denied(ThrowingCallable act) {
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(act);
    }

    @Test
    void theTierIsTheSectorsWhereItSaysOneAndTheOwnElsewhere() {
        works(Role.AGENT_N1);
        teams.addMember(people.admin(), ANOTHER, dora);

        assertThat(sectors.role(dora(), sector(SECTOR))).contains(Role.AGENT_N1);
        assertThat(sectors.role(dora(), sector(ANOTHER))).contains(Role.AGENT_N2);
        assertThat(sectors.role(dora(), sector("suporte"))).isEmpty();
        assertThat(sectors.role(people.talita(), sector("suporte"))).contains(Role.SUPERVISOR);
        assertThat(sectors.role(people.bruno(), sector("suporte"))).isEmpty();
        assertThat(sectors.supervisedBy(dora())).isEmpty();
    }

    @Test
    void aSupervisorOfOneSectorSupervisesThatOneOnly() {
        works(Role.SUPERVISOR);

        assertThat(sectors.supervisedBy(dora())).extracting(Sector::key).containsExactly(SECTOR);
        assertThat(sectors.supervises(dora(), sector(ANOTHER))).isFalse();
        assertThat(sectors.supervisedBy(people.talita())).isEqualTo(sectors.all());
        assertThat(sectors.supervisedBy(people.rafael())).isEmpty();
        assertThat(dora().isSupervisor()).isFalse();
    }

    @Test
    void aSupervisorOfAUnitFollowsItIntoItsSectors() {
        named();
        assertThat(sectors.supervisedBy(dora()))
                .extracting(Sector::key)
                .contains(SECTOR)
                .doesNotContain(ANOTHER);

        become(people.admin(), ANOTHER, true);

        assertThat(sectors.supervisedBy(dora()))
                .extracting(Sector::key)
                .contains(ANOTHER)
                .doesNotContain(SECTOR);
        become(people.admin(), ANOTHER, false); // its open tickets are still there
        assertThat(sectors.supervises(dora(), sector(ANOTHER))).isTrue();
    }

    @Test
    void eachBeginningAndEndIsInTheTrailAndInTheHistory() {
        works(Role.SUPERVISOR);
        teams.setRole(people.admin(), SECTOR, dora, Role.SUPERVISOR);
        teams.setRole(people.admin(), SECTOR, dora, Role.AGENT_N1);
        teams.removeMember(people.admin(), SECTOR, dora);
        named();
        named();
        supervisors.name(people.admin(), unit, Set.of(dora), Set.of());

        var admin = people.admin().id();
        assertThat(acts())
                .containsExactly(
                        "units.audit.supervisor-ended " + admin + " {unit=" + unit + "}{}",
                        "units.audit.supervisor " + admin + " {}{unit=" + unit + "}",
                        "units.audit.sector-role " + admin + " {role=AGENT_N1}{role=GENERAL, sector=" + SECTOR + "}",
                        "units.audit.sector-role " + admin + " {role=SUPERVISOR}{role=AGENT_N1, sector=" + SECTOR + "}",
                        "units.audit.sector-role " + admin + " {role=GENERAL}{role=SUPERVISOR, sector=" + SECTOR + "}");
        assertThat(history.page(people.admin(), unit, null).items())
                .filteredOn(record -> record.area() == ChangedArea.SUPERVISORS)
                .hasSize(2);
        assertThat(history.page(people.admin(), null, null).items())
                .filteredOn(record -> record.area() == ChangedArea.MEMBERS)
                .anySatisfy(record -> assertThat(record.difference().after().toString())
                        .contains("\"roles\":{\"" + dora + "\":\"SUPERVISOR\"}"));
    }

    @Test
    void aPageThatIsOlderThanARoleDoesNotTakeItBack() {
        teams.addMember(people.admin(), SECTOR, dora);
        var seen = teams.state(SECTOR);
        teams.setRole(people.admin(), SECTOR, dora, Role.SUPERVISOR);

        var crew = new Crew(Set.of(dora), Set.of(dora), Map.of());
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> teams.save(people.admin(), seen.text(), seen.revision(), crew));
        var now = teams.state(SECTOR);
        teams.save(
                people.admin(),
                now.text(),
                now.revision(),
                new Crew(Set.of(dora), Set.of(dora), Map.of(dora, Role.AGENT_N1)));
        assertThat(teams.team(SECTOR)).containsExactly(new TeamMember(dora, Role.AGENT_N1));
    }

    @Test
    void whoShapesTheUnitAndItsSectorsGivesTheseRolesAndNobodyElse() {
        var delegate = registered(Role.AGENT_N1);
        delegates.give(people.admin(), unit, delegate);
        teams.addMember(accounts.get(delegate), SECTOR, dora);

        teams.setRole(accounts.get(delegate), SECTOR, dora, Role.SUPERVISOR);
        supervisors.name(accounts.get(delegate), unit, Set.of(dora), Set.of(dora));
        assertThat(supervisors.of(accounts.get(delegate), unit)).containsExactly(dora);

        // a supervisor shapes nothing by that
        denied(() -> teams.setRole(dora(), SECTOR, dora, null));
        denied(() -> supervisors.name(dora(), unit, Set.of(dora), Set.of()));
        denied(() -> supervisors.of(dora(), unit));
        denied(() -> supervisors.units(accounts.get(delegate), dora));
        for (var refused : List.<ThrowingCallable>of(
                () -> teams.setRole(
                        accounts.get(delegate), "suporte", people.rafael().id(), Role.SUPERVISOR),
                () -> supervisors.name(accounts.get(delegate), "loja", Set.of(dora), Set.of(dora)),
                () -> supervisors.of(accounts.get(delegate), "loja"))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(refused);
        }
        delegates.take(people.admin(), unit, delegate);
    }

    @Test
    void aDelegateGivesNobodyASectorThatServesOtherUnits() {
        var delegate = registered(Role.AGENT_N1);
        delegates.give(people.admin(), unit, delegate);
        named();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> become(accounts.get(delegate), "suporte", true))
                .withMessageContaining("units.supervisors.reach");
        var form = JsonText.object(Presets.document("cx").getJsonObject("form")).build();
        configuration.publishForm(accounts.get(delegate), unit, form); // leads nowhere that it did not before

        become(people.admin(), "suporte", true);
        denied(() -> supervisors.name(accounts.get(delegate), unit, Set.of(delegate), Set.of(delegate)));
        assertThat(supervisors.mayName(accounts.get(delegate), unit)).isFalse();
        assertThat(supervisors.mayName(people.admin(), unit)).isTrue();
        supervisors.name(people.admin(), unit, Set.of(dora), Set.of());
        become(accounts.get(delegate), SECTOR, true); // without supervisors its way is the delegate's again
        become(accounts.get(delegate), "suporte", true);
        delegates.take(people.admin(), unit, delegate);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "DATA_OFFICER"})
    void onlyWhatIsASectorsRoleIsGivenThere(Role role) {
        teams.addMember(people.admin(), SECTOR, dora);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> teams.setRole(people.admin(), SECTOR, dora, role))
                .satisfies(refusal -> assertThat(refusal.fields().get(0).key()).isEqualTo("units.sector.role"));
    }

    @Test
    void onlyWhoWorksHereIsGivenOne() {
        var officer = registered(Role.DATA_OFFICER);
        teams.addMember(people.admin(), SECTOR, officer);

        for (var refused : List.<ThrowingCallable>of(
                () -> teams.setRole(people.admin(), SECTOR, officer, Role.SUPERVISOR),
                () -> teams.setRole(people.admin(), SECTOR, dora, Role.SUPERVISOR), // no member
                () -> supervisors.name(people.admin(), unit, Set.of(officer), Set.of(officer)),
                () -> supervisors.name(
                        people.admin(),
                        unit,
                        Set.of(people.bruno().id()),
                        Set.of(people.bruno().id())))) {
            assertThatExceptionOfType(RuleViolation.class).isThrownBy(refused);
        }
        assertThat(sectors.supervisedBy(accounts.get(officer))).isEmpty();
    }

    /** What ends somebody's work here. */
    enum End {
        DISABLED,
        WITHOUT_ROLE,
        READS_ONLY,
        ERASED
    }

    @ParameterizedTest
    @EnumSource
    void itEndsWithTheWorkHereAndDoesNotComeBackWithIt(End end) {
        works(Role.SUPERVISOR);
        named();

        switch (end) {
            case DISABLED -> administration.change(dora, PersonChange.toActive(false), null, people.admin());
            case WITHOUT_ROLE -> administration.change(dora, roles(), null, people.admin());
            case READS_ONLY -> administration.change(dora, roles(Role.DATA_OFFICER), null, people.admin());
            case ERASED -> erasure.erase(dora);
        }

        assertThat(teams.team(SECTOR)).containsExactly(new TeamMember(dora, null));
        assertThat(supervisors.of(people.admin(), unit)).isEmpty();
        assertThat(acts().subList(0, 2))
                .anySatisfy(act -> assertThat(act).startsWith("units.audit.supervisor-ended"))
                .anySatisfy(act -> assertThat(act).contains("{role=GENERAL, sector=" + SECTOR));
        if (end != End.ERASED) {
            administration.change(dora, PersonChange.toActive(true), null, people.admin());
            administration.change(dora, roles(Role.AGENT_N1), null, people.admin());
            assertThat(sectors.supervisedBy(dora())).isEmpty();
        }
    }

    private static PersonChange roles(Role... roles) {
        return new PersonChange(null, null, null, null, null, Set.of(roles), null);
    }

    @Test
    void anotherRoleOfTheStaffLeavesItAsItIs() {
        works(Role.SUPERVISOR);
        administration.change(dora, roles(Role.AGENT_N1), null, people.admin());

        assertThat(sectors.supervisedBy(dora())).extracting(Sector::key).containsExactly(SECTOR);
    }
}
