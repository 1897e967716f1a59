package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.SqlArray;
import org.guiche.shared.Texts;

/**
 * The clients of a partner. One that leaves takes nothing with it: its tickets that the partner opened stay the partner's; new ones are
 * refused from that moment on. For administrators.
 */
@Stateless
public class Portfolio {

    private static final int FOUND = 20;
    private static final String COLUMNS = "select c.id, c.group_id, c.name, c.cnpj from partners_company c ";

    @PersistenceContext
    EntityManager em;

    @Inject
    Grants grants;

    @Inject
    ContractLedger ledger;

    /** The clients, by name. */
    public List<Company> of(long partnerId, Person by) {
        Administrators.require(by);
        List<?> rows = em.createNativeQuery(
                        COLUMNS
                                + "join partners_client k on k.company_id = c.id where k.partner_id = ?1 order by lower(c.name), c.id")
                .setParameter(1, partnerId)
                .getResultList();
        return companies(rows);
    }

    /** Companies that are no clients of the partner's yet, whose name has that in it or whose CNPJ begins so; twenty at most. */
    public List<Company> candidates(long partnerId, String sought, Person by) {
        Administrators.require(by);
        if (sought.isBlank()) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(COLUMNS + """
                        where c.active and c.id not in (select company_id from partners_client where partner_id = ?1)
                            and (lower(unaccent(c.name)) like '%' || lower(unaccent(cast(?2 as text))) || '%' or c.cnpj like ?3)
                        order by lower(c.name), c.id limit\s""" + FOUND)
                .setParameter(1, partnerId)
                .setParameter(2, sought.strip().replaceAll("([%_\\\\])", "\\\\$1"))
                .setParameter(3, beginning(sought))
                .getResultList();
        return companies(rows);
    }

    /** As a CNPJ begins; nothing that one could begin with where too little of it is there. */
    private static String beginning(String sought) {
        var bare = sought.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return bare.length() < 2 ? "" : bare + "%";
    }

    private static List<Company> companies(List<?> rows) {
        return rows.stream()
                .map(row -> OpenableCompanies.company((Object[]) row))
                .toList();
    }

    /** These become clients too; those that are stay so. Refuses a company that there is not. */
    public void add(long partnerId, Collection<Long> companies, Person by) {
        change(partnerId, union(partnerId, companies, by), by);
    }

    private Collection<Long> union(long partnerId, Collection<Long> companies, Person by) {
        Administrators.require(by);
        grants.lock(partnerId); // what somebody else adds at the same time stays
        var all = new TreeSet<>(companies);
        of(partnerId, by).forEach(company -> all.add(company.id()));
        return all;
    }

    /** That one is no client any more; refuses one that is none. */
    public void remove(long partnerId, long companyId, Person by) {
        var all = union(partnerId, List.of(), by);
        if (!all.remove(companyId)) {
            throw new NotFound("partners.company.unknown");
        }
        change(partnerId, all, by);
    }

    /** These are the clients from now on, and no others. */
    public void change(long partnerId, Collection<Long> companies, Person by) {
        Administrators.require(by);
        grants.lock(partnerId);
        var before = of(partnerId, by);
        var wanted = SqlArray.of(companies);
        em.createNativeQuery(
                        "delete from partners_client where partner_id = ?1 and company_id <> all(cast(?2 as bigint[]))")
                .setParameter(1, partnerId)
                .setParameter(2, wanted)
                .executeUpdate();
        em.createNativeQuery("""
                        insert into partners_client (partner_id, company_id)
                        select ?1, id from partners_company where id = any(cast(?2 as bigint[])) on conflict do nothing""")
                .setParameter(1, partnerId)
                .setParameter(2, wanted)
                .executeUpdate();
        var after = of(partnerId, by);
        if (after.size() != new TreeSet<>(companies).size()) {
            throw new NotFound("partners.company.unknown");
        }
        record(partnerId, before, after, by);
    }

    private void record(long partnerId, List<Company> before, List<Company> after, Person by) {
        var gone = names(before, after);
        var come = names(after, before);
        if (gone.isEmpty() && come.isEmpty()) {
            return;
        }
        var word = Texts.get("partners.audit.companies");
        ledger.partner(
                by,
                Audited.of(AuditSubject.PARTNER, partnerId, "partners.audit.clients")
                        .from(gone.isEmpty() ? Map.of() : Map.of(word, gone))
                        .to(come.isEmpty() ? Map.of() : Map.of(word, come)));
    }

    private static List<String> names(List<Company> of, List<Company> without) {
        var others = without.stream().map(Company::id).toList();
        return of.stream()
                .filter(company -> !others.contains(company.id()))
                .map(Company::name)
                .toList();
    }
}
