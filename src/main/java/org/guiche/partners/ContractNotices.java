package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.accounts.Grantees;
import org.guiche.partners.PartnerMail.Kind;

/**
 * Contracts whose end comes near or came, without another that goes on: told once, 30 and 7 days before and then. What they entitled to
 * ended by itself at midnight in Brasília; sessions and tokens follow here, a moment later.
 */
@Stateless
public class ContractNotices {

    private static final String DUE = """
            select d.id, d.partner_id, d.ends_on, d.kind from (
                select c.id, c.partner_id, cast(c.ends_on as text) as ends_on, case
                    when c.ends_on < cast(?1 as date) then 'EXPIRED'
                    when c.ends_on <= cast(?1 as date) + 7 then 'IN_7_DAYS' else 'IN_30_DAYS' end as kind
                from partners_contract c
                where c.status = 'APPROVED' and c.ends_on <= cast(?1 as date) + 30 and (?2 = 0 or c.id = ?2)
                    and not exists (select 1 from partners_contract n where n.partner_id = c.partner_id
                        and n.starts_on <= c.ends_on + 1 and n.ends_on > c.ends_on
                        and (n.status = 'APPROVED' or c.ends_on < cast(?1 as date)))) d
            where not exists (select 1 from partners_notice t where t.contract_id = d.id and t.kind = d.kind)
            order by d.id limit 100""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Grants grants;

    @Inject
    Grantees grantees;

    @Inject
    ContractLedger ledger;

    @Inject
    ContractNews news;

    /** Something to tell. */
    record Due(long contractId, long partnerId, LocalDate endsOn, NoticeKind kind) {}

    /** The contracts about which there is something to tell. */
    public List<Long> waiting() {
        return due(0).stream().map(Due::contractId).toList();
    }

    private List<Due> due(long contractId) {
        List<?> rows = em.createNativeQuery(DUE)
                .setParameter(1, Span.day(clock.instant()).toString())
                .setParameter(2, contractId)
                .getResultList();
        return rows.stream().map(row -> due((Object[]) row)).toList();
    }

    private static Due due(Object[] row) {
        return new Due(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                LocalDate.parse((String) row[2]),
                NoticeKind.valueOf((String) row[3]));
    }

    /** Tells it, unless another node has, or somebody has just decided otherwise. */
    public void tell(long contractId) {
        for (var due : due(contractId)) {
            grants.lock(due.partnerId());
        }
        for (var due : due(contractId)) { // as it is now that nobody decides
            if (isFirst(due)) {
                tell(due);
            }
        }
    }

    private boolean isFirst(Due due) {
        return em.createNativeQuery(
                                "insert into partners_notice (contract_id, kind, at) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, due.contractId())
                        .setParameter(2, due.kind().name())
                        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private void tell(Due due) {
        var partner = ledger.partner(due.partnerId());
        var day = ledger.day(due.endsOn());
        var expired = due.kind() == NoticeKind.EXPIRED;
        news.administrators(expired ? Kind.PARTNER_EXPIRED : Kind.PARTNER_EXPIRING, partner, day);
        news.user(due.partnerId(), expired ? Kind.EXPIRED : Kind.EXPIRING, partner, day);
        if (expired) {
            ledger.expired(due.contractId(), due.partnerId());
            end(due.partnerId());
        }
    }

    private void end(long partnerId) {
        if (grants.lasts(partnerId)) {
            return;
        }
        List<?> users = em.createNativeQuery("select person_id from partners_user where partner_id = ?1 and access")
                .setParameter(1, partnerId)
                .getResultList();
        users.forEach(user -> grantees.end(((Number) user).longValue()));
    }
}
