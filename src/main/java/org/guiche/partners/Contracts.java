package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.Cnpj;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Partners, their clients and projects, and the contracts that entitle them to a general user (S0-24, S0-25). */
@Stateless
public class Contracts {

    private static final Person INSTALLATION =
            new Person(0, "Guichê", "", null, null, Set.of(Role.ADMINISTRATOR), List.of());

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    @Inject
    Clock clock;

    @Inject
    Grants grants;

    @Inject
    Documents documents;

    /** Adds a partner with its group. */
    public PartnerName addPartner(String name, @Nullable Cnpj cnpj) {
        var groupId = groups.create(GroupKind.PARTNER, name);
        var id = em.createNativeQuery(
                        "insert into partners_partner (group_id, name, cnpj) values (?1, ?2, ?3) returning id")
                .setParameter(1, groupId)
                .setParameter(2, name)
                .setParameter(3, cnpj == null ? null : cnpj.value())
                .getSingleResult();
        return new PartnerName(((Number) id).longValue(), groupId, name);
    }

    /** The groups whose people may open tickets for that company: its own, and those of its partners. */
    public List<Long> groupsOf(Company company) {
        List<?> ids = em.createNativeQuery("""
                        select cast(?1 as bigint) union select p.group_id from partners_partner p
                            join partners_client c on c.partner_id = p.id where c.company_id = ?2""")
                .setParameter(1, company.groupId())
                .setParameter(2, company.id())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** From now on the partner's users may open tickets for that company. */
    public void addClient(PartnerName partner, Company company) {
        em.createNativeQuery("insert into partners_client (partner_id, company_id) values (?1, ?2)")
                .setParameter(1, partner.id())
                .setParameter(2, company.id())
                .executeUpdate();
    }

    /** Adds a project of the company, carried out by the partner or, without one, by nobody else. */
    public void addProject(
            Company company, @Nullable PartnerName partner, String name, @Nullable LocalDate concludedOn) {
        em.createNativeQuery(
                        "insert into partners_project (company_id, partner_id, name, concluded_on) values (?1, ?2, ?3, ?4)")
                .setParameter(1, company.id())
                .setParameter(2, partner == null ? null : partner.id())
                .setParameter(3, name)
                .setParameter(4, concludedOn)
                .executeUpdate();
    }

    /**
     * Signs a contract that nobody has to decide about any more, and makes that person the partner's general user while it lasts.
     *
     * @return its id
     */
    public long sign(PartnerName partner, LocalDate startsOn, LocalDate endsOn, long personId) {
        grants.lock(partner.id());
        var now = clock.instant();
        var contract = Contract.request(partner.id(), null, now);
        contract.sign(new Span(startsOn, endsOn), INSTALLATION, now);
        em.persist(contract);
        em.flush();
        users("update partners_user set access = false where partner_id = ?1 and person_id <> ?2", partner, personId)
                .executeUpdate();
        users("""
                        insert into partners_user (partner_id, person_id, since, access) values (?1, ?2, ?3, true)
                        on conflict (partner_id, person_id) do update set access = true""", partner, personId)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        grants.settle(partner.id());
        return contract.id();
    }

    private Query users(String sql, PartnerName partner, long personId) {
        return em.createNativeQuery(sql).setParameter(1, partner.id()).setParameter(2, personId);
    }

    /** The partner of that CNPJ, if there is one; for whoever may know. */
    public Optional<PartnerName> byCnpj(Cnpj cnpj) {
        List<?> rows = em.createNativeQuery("select id, group_id, name from partners_partner where cnpj = ?1")
                .setParameter(1, cnpj.value())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row ->
                        new PartnerName(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (String) row[2]))
                .findFirst();
    }

    /** Contracts of that partner, or of all, as they were decided about, the newest first. For administrators. */
    public List<ContractDetails> list(@Nullable Long partnerId, @Nullable ContractStatus status, Person by) {
        Administrators.require(by);
        var today = Span.day(clock.instant());
        return em
                .createQuery(
                        "select c from Contract c where (:all = true or c.partnerId = :partner)"
                                + " and (:any = true or c.status = :status) order by c.id desc",
                        Contract.class)
                .setParameter("all", partnerId == null)
                .setParameter("partner", partnerId == null ? 0L : partnerId)
                .setParameter("any", status == null)
                .setParameter("status", status == null ? ContractStatus.REQUESTED : status)
                .getResultList()
                .stream()
                .map(contract -> contract.details(today))
                .toList();
    }

    /** That one. For administrators. */
    public ContractDetails get(long id, Person by) {
        Administrators.require(by);
        var contract = em.find(Contract.class, id);
        if (contract == null) {
            throw new NotFound("partners.contract.not-found");
        }
        return contract.details(Span.day(clock.instant()));
    }

    /** Its PDF, if there is one. For administrators. */
    public Optional<ContractDocument> document(long id, Person by) {
        get(id, by);
        return documents.of(id);
    }
}
