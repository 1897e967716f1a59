package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonalRecords;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.PersonalTickets;
import org.guiche.tickets.TicketCode;

/** Finds whose data an incident was about, from what is known of it. */
@Stateless
public class AffectedPeople {

    private static final String FILE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @EJB
    PersonalTickets tickets;

    @EJB
    PersonalRecords records;

    /**
     * Those of a ticket, those of the tickets that a file is part of, or, of an agent's address, those of every ticket that the agent
     * has; of anybody else's address, whoever it is. Refuses what is none of these, or finds nobody.
     */
    public Set<Long> by(String found, Person officer) {
        PrivacyAccess.requireOfficer(officer);
        var people = people(found);
        if (people.isEmpty()) {
            throw RuleViolation.of("found", "privacy.incident.nobody");
        }
        return people;
    }

    private Set<Long> people(String found) {
        if (found.matches(FILE)) {
            return tickets.peopleOfFile(UUID.fromString(found));
        }
        if (Email.looksLike(found)) {
            var person = records.with(found);
            return person == null ? Set.of() : ofPerson(person);
        }
        return TicketCode.read(found).map(tickets::peopleOf).orElse(Set.of());
    }

    private Set<Long> ofPerson(long person) {
        return records.of(person).roles().isEmpty() ? Set.of(person) : tickets.peopleOfAgent(person);
    }
}
