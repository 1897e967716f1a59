package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Term;
import org.guiche.shared.Cnpj;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Partners, their clients and projects, and the contracts that entitle them to a general user (S0-24, S0-25). */
@Stateless
public class Contracts {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    @Inject
    Clock clock;

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
     * Signs a contract, and makes that person the partner's general user from the beginning of its first day until the end of its
     * last one (Brasília).
     *
     * @return its id
     */
    public long sign(PartnerName partner, LocalDate startsOn, LocalDate endsOn, long personId) {
        var id = em.createNativeQuery("""
                        insert into partners_contract (partner_id, starts_on, ends_on, person_id)
                        values (?1, ?2, ?3, ?4) returning id""")
                .setParameter(1, partner.id())
                .setParameter(2, startsOn)
                .setParameter(3, endsOn)
                .setParameter(4, personId)
                .getSingleResult();
        groups.grant(personId, partner.groupId(), term(startsOn, endsOn));
        return ((Number) id).longValue();
    }

    /** Revokes a contract: what it entitles to ends at once, begun or not. Other contracts of the partner stay as they are. */
    public void revoke(long contractId) {
        var now = clock.instant();
        List<?> revoked = em.createNativeQuery("""
                        update partners_contract c set revoked_at = ?2 from partners_partner p
                        where c.id = ?1 and c.revoked_at is null and p.id = c.partner_id
                        returning c.person_id, p.group_id, cast(c.starts_on as text), cast(c.ends_on as text)""")
                .setParameter(1, contractId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        if (revoked.isEmpty()) {
            throw new NotFound("partners.contract.not-found");
        }
        var row = (Object[]) revoked.get(0);
        if (row[0] != null) {
            var term = term(LocalDate.parse((String) row[2]), LocalDate.parse((String) row[3]));
            groups.grant(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), term.endedAt(now));
        }
    }

    /** While a contract lasts that nobody revokes. */
    private static Term term(LocalDate startsOn, LocalDate endsOn) {
        return new Term(
                startsOn.atStartOfDay(BRASILIA).toInstant(),
                endsOn.plusDays(1).atStartOfDay(BRASILIA).toInstant());
    }
}
