package org.guiche.units.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.Delegate;
import org.guiche.accounts.Directory;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.PersonKind;
import org.guiche.accounts.PersonSearch;
import org.guiche.accounts.Role;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.units.Delegates;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code units/delegates.xhtml}: to whom a unit is delegated, and whom of the staff it could be; and the list of them on the unit's
 * own page, for all who shape it.
 */
@Named
@RequestScoped
public class UnitDelegates {

    private static final int SOME = 8;

    @Inject
    EditedUnit edited;

    @Inject
    Delegates delegates;

    @EJB
    Directory directory;

    private @Nullable List<Delegate> all;
    private @Nullable List<PersonEntry> found;
    private @Nullable String words;

    /** Opens the page; for administrators, and for a unit that there is. */
    public void enter() {
        edited.administrator();
        edited.document();
    }

    /** To whom the unit is delegated, by name. */
    public List<Delegate> getAll() {
        var known = all;
        if (known == null) {
            known = delegates.of(edited.shaper(), edited.key());
            all = known;
        }
        return known;
    }

    /** Members of the staff who are called as typed; read from the request, because a button among them is known before the rest is. */
    public List<PersonEntry> getFound() {
        var known = found;
        if (known == null) {
            var typed = FormText.clean(edited.parameter("add:words")).strip();
            known = typed.isEmpty() ? List.of() : staff(typed, edited.administrator());
            found = known;
        }
        return known;
    }

    private List<PersonEntry> staff(String typed, Person administrator) {
        var holding = getAll().stream().map(Delegate::id).collect(Collectors.toSet());
        var search = new PersonSearch(typed, PersonKind.STAFF, null, Set.of(), true, false);
        return directory.find(search, SOME, null, administrator).items().stream()
                .filter(one -> !holding.contains(one.id()) && needsIt(one))
                .toList();
    }

    /** Administrators shape every unit, and who only reads shapes none. */
    private static boolean needsIt(PersonEntry one) {
        return !one.isAdministrator() && !one.roles().equals(Set.of(Role.DATA_OFFICER));
    }

    /** Those who are called like that are shown by drawing the page again. */
    public void look() {
        if (getFound().isEmpty()) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(Texts.get("units.delegates.look.none")));
        }
    }

    /** Delegates the unit to that person. */
    public String give(long person) {
        delegates.give(edited.administrator(), edited.key(), person);
        return again("given");
    }

    /** Takes it away from that person. */
    public String take(long person) {
        delegates.take(edited.administrator(), edited.key(), person);
        return again("taken");
    }

    private String again(String done) {
        return EditedUnit.page("delegates", edited.key()) + "&done=" + done;
    }

    /** What was done just now, in words; empty where nothing was. */
    public String getDone() {
        var key = "units.delegates.done." + edited.parameter("done");
        return Texts.has(key) ? Texts.get(key) : "";
    }

    public String getUnit() {
        return edited.key();
    }

    public String getUnitName() {
        return edited.document().getString("name");
    }

    public String getWords() {
        return words == null ? "" : words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
