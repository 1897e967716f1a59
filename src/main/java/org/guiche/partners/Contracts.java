package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.shared.Cnpj;
import org.jspecify.annotations.Nullable;

/** Partners, their clients and projects, and the contracts that entitle them to a general user (S0-24, S0-25). */
@Stateless
public class Contracts {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

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

    /** Signs a contract and makes that person the partner's general user until the end of its last day (Brasília). */
    public void sign(PartnerName partner, LocalDate startsOn, LocalDate endsOn, long personId) {
        em.createNativeQuery("insert into partners_contract (partner_id, starts_on, ends_on) values (?1, ?2, ?3)")
                .setParameter(1, partner.id())
                .setParameter(2, startsOn)
                .setParameter(3, endsOn)
                .executeUpdate();
        groups.join(
                personId,
                partner.groupId(),
                true,
                endsOn.plusDays(1).atStartOfDay(BRASILIA).toInstant());
    }
}
