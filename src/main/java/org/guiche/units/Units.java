package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.Person;

/** The business units, as they are now; read from memory, which follows the tables within a second. */
@Stateless
public class Units {

    @Inject
    Picture picture;

    /** The units that the person may open tickets in, in the tree's order. */
    public List<BusinessUnit> openableBy(Person person) {
        return person.isStaff() || !person.memberships().isEmpty()
                ? picture.current().units()
                : List.of();
    }

    /** One of them; any other does not exist. */
    public BusinessUnit get(String key, Person person) {
        return openableBy(person).stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElseThrow(BusinessUnit::unknown);
    }

    /** The unit of that id. */
    public BusinessUnit get(long id) {
        return picture.current().units().stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseThrow(BusinessUnit::unknown);
    }

    /** A form as published once: the current one or an older version that a ticket was opened with. */
    public RequestForm form(long formId) {
        return picture.form(formId);
    }
}
