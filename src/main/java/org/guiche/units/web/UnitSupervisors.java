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
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Supervisors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/supervisors.xhtml}: who supervises all sectors that a unit leads to; and the list of them on the unit's own page. */
@Named
@RequestScoped
public class UnitSupervisors {

    @Inject
    EditedUnit edited;

    @Inject
    Supervisors supervisors;

    @Inject
    Sectors sectors;

    @Inject
    Units units;

    @Inject
    People people;

    private @Nullable List<Person> staff;
    private @Nullable List<String> named;
    private @Nullable Boolean naming;

    /** Opens the page; for those who shape the unit. */
    public void enter() {
        edited.document();
    }

    /** Whether the person may name them: every sector of the unit is the person's to shape. */
    public boolean isNaming() {
        var known = naming;
        if (known == null) {
            known = supervisors.mayName(edited.shaper(), edited.key());
            naming = known;
        }
        return known;
    }

    /** Whom the unit names, by name. */
    public List<Person> getAll() {
        var ids = supervisors.of(edited.shaper(), edited.key());
        return staff().stream().filter(one -> ids.contains(one.id())).toList();
    }

    private List<Person> staff() {
        var known = staff;
        if (known == null) {
            edited.shaper();
            known = people.staff();
            staff = known;
        }
        return known;
    }

    /** Whoever supervises everything anyway. */
    public List<Person> getGeneral() {
        return staff().stream().filter(Person::isSupervisor).toList();
    }

    /** The others of the staff. */
    public List<SelectItem> getStaff() {
        return staff().stream()
                .filter(person -> !person.isSupervisor())
                .map(person -> new SelectItem(String.valueOf(person.id()), person.name()))
                .toList();
    }

    /** The sectors that the unit leads to. */
    public List<Sector> getSectors() {
        return units.administeredBy(edited.shaper()).stream()
                .filter(unit -> unit.key().equals(edited.key()))
                .map(BusinessUnit::sectors)
                .findFirst()
                .map(keys -> sectors.all().stream()
                        .filter(sector -> keys.contains(sector.key()))
                        .toList())
                .orElse(List.of());
    }

    /** Names those who are chosen, and nobody else of those who were shown. */
    public String save() {
        var asked = staff().stream()
                .filter(person -> !person.isSupervisor())
                .map(Person::id)
                .collect(toSet());
        var chosen = asked.stream()
                .filter(id -> getNamed().contains(String.valueOf(id)))
                .collect(toSet());
        supervisors.name(edited.shaper(), edited.key(), asked, chosen);
        return EditedUnit.page("supervisors", edited.key()) + "&saved=1";
    }

    public boolean isSaved() {
        return !edited.parameter("saved").isEmpty();
    }

    public String getUnit() {
        return edited.key();
    }

    public String getUnitName() {
        return edited.document().getString("name");
    }

    /** The ids of those who are chosen. */
    public List<String> getNamed() {
        var known = named;
        return known != null
                ? known
                : new ArrayList<>(supervisors.of(edited.shaper(), edited.key()).stream()
                        .map(String::valueOf)
                        .toList());
    }

    public void setNamed(@Nullable List<String> named) {
        this.named = named == null ? List.of() : named;
    }
}
