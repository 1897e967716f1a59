package org.guiche.units.web;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.web.Seen;
import org.guiche.units.QueueOrder;
import org.guiche.units.Sector;
import org.guiche.units.SectorState;
import org.guiche.units.SectorText;
import org.guiche.units.Sectors;
import org.guiche.units.Teams;
import org.guiche.units.Teams.Crew;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/sectors.xhtml}: the sectors, and one of them with who works there. */
@Named
@RequestScoped
public class SectorsPage {

    private static final String SECTOR = "sector";
    private static final String NEW = "+";

    @Inject
    EditedUnit edited;

    @Inject
    Sectors sectors;

    @Inject
    Teams teams;

    @Inject
    SectorRoles roles;

    @Inject
    People people;

    private @Nullable SectorState state;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable String order;
    private @Nullable List<String> members;

    /** Opens the page; for those who shape some unit, and for a sector that is theirs to shape. A new one is for administrators. */
    public void enter() {
        edited.shaper();
        if (isNew()) {
            edited.administrator();
        } else if (isChosen()) {
            state();
        }
    }

    private SectorState state() {
        var known = state;
        if (known == null) {
            sectors.require(edited.shaper(), getKey());
            known = teams.state(getKey());
            state = known;
        }
        return known;
    }

    /** Saves the sector and who works there. */
    public String save() {
        var actor = edited.shaper();
        var key = isNew() ? free(getName()) : getKey();
        var text = new SectorText(key, getName(), getDescription(), QueueOrder.valueOf(getOrder()));
        teams.save(actor, text, isNew() ? null : getRevision(), crew());
        return "/units/sectors?faces-redirect=true&saved=1&sector=" + key;
    }

    private String free(String called) {
        var taken = new KeyedList(sectors.all().stream()
                .map(one -> JsonText.object().add("key", one.key()).build())
                .toList());
        return taken.keyFor(called);
    }

    private Crew crew() {
        var asked = staff().stream().map(Person::id).collect(toSet());
        var chosen = asked.stream()
                .filter(id -> getMembers().contains(String.valueOf(id)))
                .collect(toSet());
        return new Crew(asked, chosen, roles.asked());
    }

    private List<Person> staff() {
        edited.shaper();
        return people.staff();
    }

    public List<Sector> getAll() {
        return sectors.administeredBy(edited.shaper());
    }

    /** How many work in that sector. */
    public int count(long sectorId) {
        return sectors.members(sectorId).size();
    }

    public boolean isSaved() {
        return !edited.parameter("saved").isEmpty();
    }

    public boolean isChosen() {
        return !getKey().isEmpty();
    }

    public boolean isNew() {
        return getKey().equals(NEW);
    }

    public String getKey() {
        return edited.parameter(SECTOR);
    }

    /** The revision that the page showed, or the present one. */
    public long getRevision() {
        return Seen.revision(edited.parameter("revision"), isNew() ? 0 : state().revision());
    }

    public String getName() {
        return name != null ? name : isNew() ? "" : state().text().name();
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getDescription() {
        return description != null ? description : isNew() ? "" : state().text().description();
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    public String getOrder() {
        return order != null
                ? order
                : isNew() ? QueueOrder.FIFO.name() : state().text().order().name();
    }

    public void setOrder(@Nullable String order) {
        this.order = order;
    }

    public List<String> getMembers() {
        if (members != null) {
            return members;
        }
        return isNew()
                ? new ArrayList<>()
                : new ArrayList<>(
                        teams.members(getKey()).stream().map(String::valueOf).toList());
    }

    public void setMembers(@Nullable List<String> members) {
        this.members = members == null ? List.of() : members;
    }

    public List<SelectItem> getStaff() {
        return staff().stream()
                .map(person -> new SelectItem(String.valueOf(person.id()), person.name()))
                .toList();
    }
}
