package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.Texts;
import org.guiche.units.Sectors;
import org.guiche.units.TeamMember;
import org.guiche.units.Teams;
import org.jspecify.annotations.Nullable;

/** What each member is in the sector of {@code units/sectors.xhtml}. Whoever supervises everything is the same everywhere. */
@Named
@RequestScoped
public class SectorRoles {

    private static final String OWN = "OWN";

    @Inject
    EditedUnit edited;

    @Inject
    Sectors sectors;

    @Inject
    Teams teams;

    @Inject
    People people;

    private @Nullable List<Row> rows;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    /**
     * A member.
     *
     * @param key the person's id
     * @param fixed supervises the installation, so that there is nothing to choose
     */
    public record Row(String key, String name, boolean fixed, List<SelectItem> items) {

        public Row {
            items = List.copyOf(items);
        }
    }

    /** The members as they were saved, by name. Refuses whoever does not shape the sector. */
    public List<Row> getRows() {
        var known = rows;
        if (known == null) {
            known = read(edited.parameter("sector"));
            rows = known;
        }
        return known;
    }

    private List<Row> read(String sector) {
        if (sector.isEmpty() || sector.equals("+")) {
            return List.of();
        }
        sectors.require(edited.shaper(), sector);
        var found = new ArrayList<Row>();
        var members = teams.team(sector);
        for (var person : people.staff()) {
            members.stream().filter(member -> member.personId() == person.id()).forEach(member -> {
                found.add(row(person));
                chosen.put(key(person), word(member));
            });
        }
        return found;
    }

    private static String word(TeamMember member) {
        var role = member.role();
        return role == null ? OWN : role.name();
    }

    private static String key(Person person) {
        return String.valueOf(person.id());
    }

    private static Row row(Person person) {
        var own = RoleWords.own(person.roles());
        var items = new ArrayList<SelectItem>();
        items.add(new SelectItem(
                OWN,
                own.map(word -> Texts.get("units.sectors.role.own", word))
                        .orElseGet(() -> Texts.get("units.value.general"))));
        RoleWords.ALL.forEach(role -> items.add(new SelectItem(role.name(), RoleWords.of(role))));
        return new Row(key(person), person.name(), person.isSupervisor(), items);
    }

    /** What is chosen, by the person's id; the page writes into it. */
    public Map<String, String> getChosen() {
        getRows();
        return chosen;
    }

    /** The roles that are other ones than the person's own. */
    Map<Long, Role> asked() {
        var roles = new LinkedHashMap<Long, Role>();
        getChosen()
                .forEach((person, role) -> RoleWords.ALL.stream()
                        .filter(one -> one.name().equals(role))
                        .forEach(one -> roles.put(Long.valueOf(person), one)));
        return roles;
    }
}
