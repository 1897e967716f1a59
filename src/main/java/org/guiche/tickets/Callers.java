package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.partners.Company;
import org.guiche.partners.Contracts;
import org.guiche.partners.OpenableChoices;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * People who ask by phone. The staff writes their tickets down; these are theirs as if they had opened them, in the group that
 * they would have opened them in.
 */
@Stateless
public class Callers {

    private static final int MOST_FOUND = 20;

    @Inject
    People people;

    @Inject
    OpenableChoices companies;

    @Inject
    Contracts contracts;

    @EJB
    AccessLog access;

    /** The first who may ask for that company and are called like that, by name; nobody's business but the staff's. */
    public List<Person> search(String words, @Nullable Company company, Person staff) {
        if (company == null || !staff.isStaff()) {
            return List.of();
        }
        var found = people.members(contracts.groupsOf(company), words, MOST_FOUND).stream()
                .filter(person -> !person.isStaff())
                .toList();
        access.readAll(staff, found.stream().map(Person::id).toList(), AccessKind.LIST);
        return found;
    }

    /** Whose ticket it is that the staff writes down for somebody of that address; nobody's where he or she may not ask for the company. */
    public Optional<Person> find(@Nullable Long company, @Nullable Contact contact, Person staff) {
        if (company == null || contact == null || !staff.isStaff() || !Email.looksLike(contact.email())) {
            return Optional.empty();
        }
        return people.findByEmail(Email.of(contact.email()))
                .filter(person -> !person.isStaff())
                .filter(person -> companies.find(company, person).isPresent())
                .map(person -> read(person, staff));
    }

    private Person read(Person caller, Person staff) {
        access.read(staff, caller.id(), AccessKind.PERSON);
        return caller;
    }
}
