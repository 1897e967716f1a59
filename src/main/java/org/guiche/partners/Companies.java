package org.guiche.partners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.shared.Cnpj;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The client companies, and who may open tickets for which. What a person may not open for does not exist to that person. */
@Stateless
public class Companies {

    private static final String COLUMNS = "select c.id, c.group_id, c.name, c.cnpj from partners_company c ";
    private static final String OF_GROUPS = """
            where c.active and (c.group_id = any(cast(?1 as bigint[])) or c.id in (
                select pc.company_id from partners_client pc join partners_partner p on p.id = pc.partner_id
                where p.group_id = any(cast(?1 as bigint[]))))""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    /** The companies a person may open tickets for, by name: a partner's clients, the own ones, for the staff all. */
    public List<Company> openableBy(Person person) {
        return companies(restricted(COLUMNS, person, " order by c.name"));
    }

    private Query restricted(String select, Person person, String end) {
        if (person.isStaff()) {
            return em.createNativeQuery(select + "where c.active" + end);
        }
        return em.createNativeQuery(select + OF_GROUPS + end).setParameter(1, array(person.groups()));
    }

    private static List<Company> companies(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> company((Object[]) row)).toList();
    }

    static Company company(Object[] row) {
        return new Company(
                number(row[0]), number(row[1]), (String) row[2], row[3] == null ? null : new Cnpj((String) row[3]));
    }

    private static String array(Collection<Long> ids) {
        return "{" + String.join(",", ids.stream().map(String::valueOf).toList()) + "}";
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** One of those companies; any other does not exist. */
    public Company get(long id, Person person) {
        var query = restricted(COLUMNS, person, " and c.id = ?2");
        return companies(query.setParameter(2, id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.company.not-found"));
    }

    /** The names of these companies by id, in one query. */
    public Map<Long, String> names(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            List<?> rows = em.createNativeQuery(
                            "select id, name from partners_company where id = any(cast(?1 as bigint[]))")
                    .setParameter(1, array(ids))
                    .getResultList();
            rows.forEach(row -> names.put(number(((Object[]) row)[0]), (String) ((Object[]) row)[1]));
        }
        return names;
    }

    /** The names of these contracted services by id, in one query. */
    public Map<Long, String> serviceNames(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        List<?> rows = em.createNativeQuery(
                        "select id, name from partners_service where id = any(cast(?1 as bigint[]))")
                .setParameter(1, array(ids))
                .getResultList();
        rows.forEach(row -> names.put(number(((Object[]) row)[0]), (String) ((Object[]) row)[1]));
        return names;
    }

    /** The names of what these companies have contracted, by company, in one query. */
    public Map<Long, List<String>> services(Collection<Long> companyIds) {
        List<?> rows = em.createNativeQuery(
                        "select company_id, name from partners_service where company_id = any(cast(?1 as bigint[]))")
                .setParameter(1, array(companyIds))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(groupingBy(row -> number(row[0]), mapping(row -> (String) row[1], toList())));
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
                .setParameter(1, array(partnerGroups))
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
     * @throws RuleViolation where the company must be named and is not
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
        var openable = EquippedCompany.read(restricted(EquippedCompany.COLUMNS, person, " limit 2"));
        if (openable.size() == 1 && partner == null) {
            return openable.get(0);
        }
        throw RuleViolation.of("onBehalfOf", openable.isEmpty() ? "partners.company.none" : "partners.company.choose");
    }

    private EquippedCompany equipped(long id, Person person) {
        var query = restricted(EquippedCompany.COLUMNS, person, " and c.id = ?2");
        return EquippedCompany.read(query.setParameter(2, id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.company.not-found"));
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

    /** Adds something that the company contracted. */
    public void addService(Company company, String name) {
        em.createNativeQuery("insert into partners_service (company_id, name) values (?1, ?2)")
                .setParameter(1, company.id())
                .setParameter(2, name)
                .executeUpdate();
    }
}
