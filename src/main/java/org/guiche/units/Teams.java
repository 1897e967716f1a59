package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * The sectors and who works in them, as administrators change them, and where a sector serves nobody else's units those to whom these
 * are delegated; every change is written down.
 */
@Stateless
public class Teams {

    @Inject
    UnitRows rows;

    @Inject
    SectorEditor editor;

    @Inject
    Sectors sectors;

    @Inject
    TeamRoles roles;

    @Inject
    People people;

    /**
     * Adds a sector after the others and returns its id.
     *
     * @throws org.guiche.shared.AccessDenied for whoever is no administrator
     * @throws RuleViolation for a key that is no key or taken, a name that is blank, too long or taken
     */
    public long add(Person actor, SectorText sector) {
        UnitAccess.requireInstallation(actor);
        return editor.add(actor, sector);
    }

    /**
     * Names and orders a sector anew; its key stays.
     *
     * @param revision of the sector as the person saw it
     * @throws StaleVersion where somebody changed it since then
     */
    public void change(Person actor, SectorText sector, long revision) {
        sectors.require(actor, sector.key());
        var before = hold(sector.key());
        if (before.revision() != revision) {
            throw new StaleVersion();
        }
        editor.change(actor, before, sector);
    }

    /**
     * Who is to work in a sector.
     *
     * @param asked those of whom it is said; the others stay as they are
     * @param chosen those of them who work there
     * @param roles what those are there who are not what they are anyway
     */
    public record Crew(Set<Long> asked, Set<Long> chosen, Map<Long, Role> roles) {

        public Crew {
            asked = Set.copyOf(asked);
            chosen = Set.copyOf(chosen);
            roles = Map.copyOf(roles);
        }
    }

    /** Adds a sector, or changes the one of that revision, together with who works there: all of it, or nothing. */
    public void save(Person actor, SectorText sector, @Nullable Long revision, Crew crew) {
        if (revision == null) {
            add(actor, sector);
        } else {
            change(actor, sector, revision);
        }
        var before = members(sector.key());
        for (var person : new TreeSet<>(crew.asked)) {
            var isChosen = crew.chosen.contains(person);
            if (isChosen && !before.contains(person)) {
                addMember(actor, sector.key(), person);
            } else if (!isChosen && before.contains(person)) {
                removeMember(actor, sector.key(), person);
            }
            if (isChosen) {
                setRole(actor, sector.key(), person, crew.roles.get(person));
            }
        }
    }

    /** Makes that person work in the sector; refuses whoever does not work here. */
    public void addMember(Person actor, String sector, long personId) {
        sectors.require(actor, sector);
        var team = hold(sector);
        if (!people.get(personId).isStaff()) {
            throw RuleViolation.of("member", "units.sector.staff-only");
        }
        var added = rows.find(
                "insert into units_sector_member (sector_id, person_id) values (?1, ?2) on conflict do nothing returning person_id",
                team.id(),
                personId);
        if (added.isPresent()) {
            editor.member(actor, team, Difference.of(JsonValue.EMPTY_JSON_OBJECT, member(personId)));
        }
    }

    /**
     * What a member is in that sector, from the next request on: N1, N2 or its supervisor; null for what the person is anyway.
     *
     * @throws RuleViolation for any other role, for whoever is no member, and for who does not work here or only reads
     */
    public void setRole(Person actor, String sector, long personId, @Nullable Role role) {
        sectors.require(actor, sector);
        roles.set(actor, hold(sector), personId, role);
    }

    /** Lets that person work in the sector no more; tickets that the person has stay where they are. */
    public void removeMember(Person actor, String sector, long personId) {
        sectors.require(actor, sector);
        var team = hold(sector);
        if (members(sector).contains(personId)) {
            roles.set(actor, team, personId, null);
        }
        var gone = rows.find(
                "delete from units_sector_member where sector_id = ?1 and person_id = ?2 returning person_id",
                team.id(),
                personId);
        if (gone.isPresent()) {
            editor.member(actor, team, Difference.of(member(personId), JsonValue.EMPTY_JSON_OBJECT));
        }
    }

    /** A sector with how often it was changed; refuses any that there is not. */
    public SectorState state(String key) {
        return editor.get(key);
    }

    /** The ids of those who work in that sector now. */
    public List<Long> members(String key) {
        return team(key).stream().map(TeamMember::personId).toList();
    }

    /** The same with what they are there. */
    public List<TeamMember> team(String key) {
        return Row.all(
                        rows.em,
                        "select person_id, role from units_sector_member where sector_id = ?1 order by person_id",
                        editor.get(key).id())
                .map(TeamRoles::member)
                .toList();
    }

    private SectorState hold(String key) {
        return editor.hold(key).orElseThrow(() -> new NotFound("units.sector.not-found"));
    }

    private static JsonObject member(long personId) {
        return JsonText.object().add("members", JsonText.array().add(personId)).build();
    }
}
