package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What is written down of partners and contracts: who, when, why, and how it was before. No person by name. */
@Dependent
class ContractLedger {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.forLanguageTag("pt-BR"));

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditTrail trail;

    /** Somebody asks; by itself where nobody was signed in. */
    void begun(Contract contract, @Nullable Person by) {
        write(by, contract.partnerId(), of(contract.id(), "partners.audit.requested"));
    }

    /** A step, with the reason that the contract has since. */
    void stepped(Person by, String act, ContractDetails before, ContractDetails after) {
        write(
                by,
                after.partnerId(),
                of(after.id(), act).from(values(before)).to(values(after)).because(after.reason()));
    }

    void renewed(ContractDetails before, ContractDetails next, Person by) {
        write(
                by,
                next.partnerId(),
                of(next.id(), "partners.audit.renewed").from(values(before)).to(values(next)));
    }

    void documented(Contract contract, Person by) {
        write(by, contract.partnerId(), of(contract.id(), "partners.audit.document"));
    }

    /** Of that contract, something about its general user, who is a number there. */
    void user(@Nullable Person by, long partnerId, String act, long personId) {
        write(
                by,
                partnerId,
                Audited.of(AuditSubject.PARTNER, partnerId, act)
                        .to(Map.of(Texts.get("partners.audit.person"), personId)));
    }

    /** The end of a contract's days came. */
    void expired(long contractId, long partnerId) {
        write(null, partnerId, of(contractId, "partners.audit.expired"));
    }

    /** The request that it began with has had its time. */
    void forgotten(long contractId) {
        var partner = em.createNativeQuery("select partner_id from partners_contract where id = ?1")
                .setParameter(1, contractId)
                .getSingleResult();
        write(null, ((Number) partner).longValue(), of(contractId, "partners.audit.forgotten"));
    }

    /** Something about the partner itself. */
    void partner(Person by, Audited audited) {
        write(by, audited.subjectId(), audited);
    }

    private static Audited of(long contractId, String act) {
        return Audited.of(AuditSubject.CONTRACT, contractId, act);
    }

    private void write(@Nullable Person by, long partnerId, Audited audited) {
        trail.record(by, audited.named(partner(partnerId)));
    }

    private Map<String, Object> values(ContractDetails contract) {
        var values = new HashMap<String, Object>();
        values.put(
                Texts.get("partners.audit.status"),
                Texts.get("partners.state." + contract.state().name().toLowerCase(Locale.ROOT)));
        put(values, "partners.audit.starts", contract.startsOn());
        put(values, "partners.audit.ends", contract.endsOn());
        return values;
    }

    private void put(Map<String, Object> values, String key, @Nullable LocalDate day) {
        if (day != null) {
            values.put(Texts.get(key), day(day));
        }
    }

    /** {@code 30/06/2026}. */
    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What the partner is called. */
    String partner(long id) {
        List<?> names = em.createNativeQuery("select name from partners_partner where id = ?1")
                .setParameter(1, id)
                .getResultList();
        return names.isEmpty() ? "" : (String) names.get(0);
    }
}
