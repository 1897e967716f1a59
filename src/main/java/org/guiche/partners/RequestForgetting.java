package org.guiche.partners;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guiche.attachments.Attachments;
import org.guiche.shared.Kept;
import org.guiche.shared.Retention;
import org.guiche.shared.SqlArray;
import org.guiche.shared.Texts;

/**
 * Takes some requests for access away, in a transaction of its own: whoever asked, for whom, and the PDF. That there was one and what was
 * decided stays; one that nobody decided about is refused by it.
 */
@ApplicationScoped
class RequestForgetting {

    static final int AT_ONCE = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    Retention retention;

    @EJB
    Attachments attachments;

    @Inject
    ContractLedger ledger;

    /** Some of those whose time is over, {@link #AT_ONCE} at most. */
    @Transactional(TxType.REQUIRES_NEW)
    public int some(Kept kind) {
        var contracts = retention.some(kind, "contract_id", AT_ONCE);
        if (!contracts.isEmpty()) {
            forget(contracts);
        }
        return contracts.size();
    }

    private void forget(List<Long> ids) {
        var contracts = SqlArray.of(ids);
        List<?> files = em.createNativeQuery(
                        "delete from partners_document where contract_id = any(cast(?1 as bigint[])) returning cast(file_id as text)")
                .setParameter(1, contracts)
                .getResultList();
        attachments.forget(
                files.stream().map(id -> UUID.fromString((String) id)).toList());
        change("delete from partners_request where contract_id = any(cast(?1 as bigint[]))", contracts);
        change("""
                update partners_contract set status = 'REFUSED', decided_at = ?2, reason = ?3, version = version + 1
                where id = any(cast(?1 as bigint[])) and status = 'REQUESTED'""", contracts, clock.instant().atOffset(ZoneOffset.UTC), Texts.get("partners.request.undecided"));
        change("""
                update partners_partner set contact_name = null, contact_email = null, contact_phone = null
                where id in (select partner_id from partners_contract where id = any(cast(?1 as bigint[]))) and not exists (
                    select 1 from partners_contract o where o.partner_id = partners_partner.id
                        and o.status in ('APPROVED', 'SUSPENDED', 'REVOKED'))""", contracts);
        ids.forEach(ledger::forgotten);
    }

    private void change(String sql, Object... values) {
        Row.change(em, sql, values);
    }
}
