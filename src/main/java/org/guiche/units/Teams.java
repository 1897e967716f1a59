package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/** The sectors and who works in them, as administrators change them; every change is written down. */
@Stateless
public class Teams {

    @Inject
    UnitRows rows;

    @Inject
    SectorEditor editor;

    @Inject
    People people;

    /**
     * Adds a sector after the others and returns its id.
     *
     * @throws org.guiche.shared.AccessDenied for whoever is no administrator
     * @throws RuleViolation for a key that is no key or taken, a name that is blank, too long or taken
     */
    public long add(Person actor, SectorText sector) {
        Configuration.requireAdministrator(actor);
        return editor.add(actor, sector);
    }

    /**
     * Names and orders a sector anew; its key stays.
     *
     * @param revision of the sector as the person saw it
     * @throws StaleVersion where somebody changed it since then
     */
    public void change(Person actor, SectorText sector, long revision) {
        Configuration.requireAdministrator(actor);
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
     */
    public record Crew(Set<Long> asked, Set<Long> chosen) {

        public Crew {
            asked = Set.copyOf(asked);
            chosen = Set.copyOf(chosen);
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
        }
    }

    /** Makes that person work in the sector; refuses whoever does not work here. */
    public void addMember(Person actor, String sector, long personId) {
        Configuration.requireAdministrator(actor);
        var team = hold(sector);
        if (!people.get(personId).isStaff()) {
            throw RuleViolation.of("member", "units.sector.staff-only");
        }
        var added = rows.find(
                "insert into units_sector_member values (?1, ?2) on conflict do nothing returning person_id",
                team.id(),
                personId);
        if (added.isPresent()) {
            editor.member(actor, team, Difference.of(JsonValue.EMPTY_JSON_OBJECT, member(personId)));
        }
    }

    /** Lets that person work in the sector no more; tickets that the person has stay where they are. */
    public void removeMember(Person actor, String sector, long personId) {
        Configuration.requireAdministrator(actor);
        var team = hold(sector);
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
        return Row.all(
                        rows.em,
                        "select person_id from units_sector_member where sector_id = ?1",
                        editor.get(key).id())
                .map(row -> row.number(0))
                .toList();
    }

    private SectorState hold(String key) {
        return editor.hold(key).orElseThrow(() -> new NotFound("units.sector.not-found"));
    }

    private static JsonObject member(long personId) {
        return JsonText.object().add("members", JsonText.array().add(personId)).build();
    }
}
