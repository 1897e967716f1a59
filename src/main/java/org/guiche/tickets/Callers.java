package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.Contracts;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * People who ask by phone. The staff writes their tickets down; these are theirs as if they had opened them, in the group that
 * they would have opened them in.
 */
@Stateless
public class Callers {

    @Inject
    People people;

    @Inject
    Companies companies;

    @Inject
    Contracts contracts;

    /** Who may ask for that company, by name; nobody's business but the staff's. */
    public List<Person> of(@Nullable Company company, Person staff) {
        return company == null || !staff.isStaff()
                ? List.of()
                : people.members(contracts.groupsOf(company)).stream()
                        .filter(person -> !person.isStaff())
                        .toList();
    }

    /** Whose ticket it is that the staff writes down for somebody of that address; nobody's where he or she may not ask for the company. */
    public Optional<Person> find(@Nullable Long company, @Nullable Contact contact, Person staff) {
        if (company == null || contact == null || !staff.isStaff() || !Email.looksLike(contact.email())) {
            return Optional.empty();
        }
        return people.findByEmail(Email.of(contact.email()))
                .filter(person -> !person.isStaff())
                .filter(person -> companies.openableBy(person).stream().anyMatch(openable -> openable.id() == company));
    }
}
