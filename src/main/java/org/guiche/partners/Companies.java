package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Cnpj;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** The client companies, and who may open tickets for which. What a person may not open for does not exist to that person. */
@Stateless
public class Companies {

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    @Inject
    OpenableCompanies openable;

    /** The companies a person may open tickets for, by name: a partner's clients, the own ones, for the staff all. */
    public List<Company> openableBy(Person person) {
        return openable.list(person, " order by c.name");
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** One of those companies; any other does not exist. */
    public Company get(long id, Person person) {
        return openable.find(id, person).orElseThrow(() -> new NotFound("partners.company.not-found"));
    }

    /** The names of these companies by id, in one query. */
    public Map<Long, String> names(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            List<?> rows = em.createNativeQuery(
                            "select id, name from partners_company where id = any(cast(?1 as bigint[]))")
                    .setParameter(1, SqlArray.of(ids))
                    .getResultList();
            rows.forEach(row -> names.put(number(((Object[]) row)[0]), (String) ((Object[]) row)[1]));
        }
        return names;
    }

    /** The partner whose general user the person is, while that lasts. */
    public Optional<PartnerName> partnerOf(Person person) {
        var partnerGroups = person.memberships().stream()
                .filter(m -> m.kind() == GroupKind.PARTNER)
                .map(Membership::groupId)
                .toList();
        if (partnerGroups.isEmpty()) {
            return Optional.empty();
        }
        List<?> rows = em.createNativeQuery(
                        "select id, group_id, name from partners_partner where group_id = any(cast(?1 as bigint[])) order by id")
                .setParameter(1, SqlArray.of(partnerGroups))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new PartnerName(number(row[0]), number(row[1]), (String) row[2]))
                .findFirst();
    }

    /**
     * Decides for whom a ticket opens: a partner user must name a client, and the ticket belongs to the partner's group; a
     * requester opens for the own company, the only one when none is named; the staff for any, or for themselves.
     *
     * @throws NotFound for a company or a project that the person may not open for
     * @throws RuleViolation where the company must be named and is not, and for one of theirs that takes no new tickets
     */
    public Opening opening(@Nullable Long companyId, @Nullable Long projectId, Person person) {
        var partner = partnerOf(person).orElse(null);
        var company = equipped(companyId, partner, person);
        if (company == null) {
            return new Opening(staffGroup(person), null, null, null, List.of(), List.of());
        }
        var opening = opening(company, partner, person);
        if (projectId != null && opening.projects().stream().noneMatch(project -> project.id() == projectId)) {
            throw new NotFound("partners.project.not-found");
        }
        return opening.of(projectId);
    }

    /** The same for one of the companies that {@link #openableBy} told, before a project is chosen. */
    public Opening opening(Company company, Person person) {
        return opening(equipped(company.id(), person), partnerOf(person).orElse(null), person);
    }

    private static Opening opening(EquippedCompany equipped, @Nullable PartnerName partner, Person person) {
        var company = equipped.company();
        var asPartner = person.belongsTo(company.groupId()) ? null : partner;
        var groupId = asPartner == null ? company.groupId() : asPartner.groupId();
        return new Opening(groupId, company, null, asPartner, equipped.services(), equipped.projects(asPartner));
    }

    private @Nullable EquippedCompany equipped(@Nullable Long id, @Nullable PartnerName partner, Person person) {
        if (id != null) {
            return equipped(id, person);
        }
        if (person.isStaff()) {
            return null;
        }
        var two = openable.two(person);
        if (two.size() == 1 && partner == null) {
            return two.get(0);
        }
        throw two.isEmpty() ? nothingOpens(person) : RuleViolation.of("onBehalfOf", "partners.company.choose");
    }

    private RuleViolation nothingOpens(Person person) {
        return openable.closed(null, person)
                .map(Companies::refusal)
                .orElseGet(() -> RuleViolation.of("onBehalfOf", "partners.company.none"));
    }

    private static RuleViolation refusal(Company closed) {
        return RuleViolation.of("onBehalfOf", "partners.company.closed", closed.name());
    }

    private EquippedCompany equipped(long id, Person person) {
        return openable.equipped(id, person).orElseThrow(() -> refused(id, person));
    }

    /** One that takes no tickets says so to whom it belongs; to others it does not exist. */
    private BusinessException refused(long id, Person person) {
        return openable.closed(id, person)
                .<BusinessException>map(Companies::refusal)
                .orElseGet(() -> new NotFound("partners.company.not-found"));
    }

    private static long staffGroup(Person person) {
        return person.memberships().stream()
                .filter(m -> m.kind() == GroupKind.STAFF)
                .map(Membership::groupId)
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("onBehalfOf", "partners.company.choose"));
    }

    /** Adds a company with its group and returns it. */
    public Company add(String name, @Nullable Cnpj cnpj) {
        var groupId = groups.create(GroupKind.COMPANY, name);
        var id = number(em.createNativeQuery(
                        "insert into partners_company (group_id, name, cnpj) values (?1, ?2, ?3) returning id")
                .setParameter(1, groupId)
                .setParameter(2, name)
                .setParameter(3, cnpj == null ? null : cnpj.value())
                .getSingleResult());
        return new Company(id, groupId, name, cnpj);
    }
}
