package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.Person;
import org.guiche.accounts.UnitNames;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.OpenableChoices;
import org.jspecify.annotations.Nullable;

/** The business units, as they are now; read from memory, which follows the tables within a second. */
@ApplicationScoped
public class Units {

    @Inject
    Picture picture;

    @Inject
    Companies companies;

    @Inject
    OpenableChoices choices;

    @Inject
    Clock clock;

    /** The units that the person may open tickets in, in the tree's order: all of them for the staff and for whoever has a group. */
    public List<BusinessUnit> openableBy(Person person) {
        return person.isStaff() || !person.memberships().isEmpty()
                ? picture.current().units()
                : List.of();
    }

    /** All that take tickets, whoever asks: for what happens by itself, and for the staff. */
    public List<BusinessUnit> all() {
        return picture.current().units();
    }

    /** The ids of all statuses, in use or not, that look open from outside, though what is there waits ({@link Status#isVeiled}). */
    public List<Long> veiledStatuses() {
        var content = picture.current();
        return Stream.concat(content.units().stream(), content.retired().stream())
                .flatMap(BusinessUnit::veiled)
                .map(Status::id)
                .toList();
    }

    /** Grows with whatever changes of any unit. */
    public long revision() {
        return picture.current().revision();
    }

    /** Those that the person may open tickets in, as a tree: Matriz › E-commerce › Parceiros (S0-12). */
    public List<UnitNode> tree(Person person) {
        return UnitNode.tree(openableBy(person));
    }

    /** Every unit that the person shapes, also those that take no tickets any more. Refuses whoever shapes none. */
    public List<BusinessUnit> administeredBy(Person person) {
        UnitAccess.requireSome(person);
        var content = picture.current();
        return Stream.concat(content.units().stream(), content.retired().stream())
                .filter(unit -> person.administers(unit.key()))
                .toList();
    }

    /** Says what some are called, also those that take no tickets any more. */
    void named(@Observes UnitNames names) {
        var content = picture.current();
        Stream.concat(content.units().stream(), content.retired().stream())
                .filter(unit -> names.keys().contains(unit.key()))
                .forEach(unit -> names.name(unit.key(), unit.name()));
    }

    /** One of them; any other does not exist. */
    public BusinessUnit get(String key, Person person) {
        return openableBy(person).stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElseThrow(BusinessUnit::unknown);
    }

    /** The unit of that id, taking tickets or not any more. */
    public BusinessUnit get(long id) {
        return picture.current().unit(id).orElseThrow(BusinessUnit::unknown);
    }

    /** A form as published once: the current one or an older version that a ticket was opened with. */
    public RequestForm form(long formId) {
        return picture.form(formId);
    }

    /**
     * What the unit's form may need besides its answers, as far as it is known: the client may still have to be chosen.
     *
     * @param companyId on whose behalf the ticket opens; null when it is not chosen, or for the own company
     * @throws org.guiche.shared.NotFound for a company or a project that the person may not open for
     */
    public FormContext context(BusinessUnit unit, @Nullable Long companyId, @Nullable Long projectId, Person person) {
        var today = unit.today(clock.instant());
        var company = companyId == null ? onlyCompany(person) : companyId;
        return company == null
                ? FormContext.of(companies.partnerOf(person).orElse(null), today)
                : FormContext.of(companies.opening(company, projectId, person), today);
    }

    private @Nullable Long onlyCompany(Person person) {
        return person.isStaff() || person.isPartnerUser()
                ? null
                : choices.of(null, person).only().map(Company::id).orElse(null);
    }
}
