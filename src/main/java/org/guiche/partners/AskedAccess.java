package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.accounts.Person;
import org.guiche.shared.Cnpj;

/** What was asked for with a contract, for administrators: by whom, for whom, for which clients. */
@Stateless
public class AskedAccess {

    private static final int LINES = 300;
    private static final Pattern CNPJ =
            Pattern.compile("[0-9A-Za-z]{2}\\.?[0-9A-Za-z]{3}\\.?[0-9A-Za-z]{3}/?[0-9A-Za-z]{4}-?\\d{2}");

    @PersistenceContext
    EntityManager em;

    /** Who asked for that contract; nothing where an administrator wrote it down. */
    public Optional<AccessDetails> of(long contractId, Person by) {
        Administrators.require(by);
        List<?> rows = em.createNativeQuery("""
                        select agency, contact_name, contact_email, contact_phone, user_cpf, portfolio, asked_at, person_id
                        from partners_request where contract_id = ?1""").setParameter(1, contractId).getResultList();
        return rows.stream().map(row -> details((Object[]) row)).findFirst();
    }

    private static AccessDetails details(Object[] row) {
        return new AccessDetails(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                ((Timestamp) row[6]).toInstant(),
                row[7] == null ? null : ((Number) row[7]).longValue());
    }

    /** The lines of that portfolio, each with the active company of its CNPJ or name, if there is one. */
    public List<Proposal> proposals(AccessDetails asked, Person by) {
        Administrators.require(by);
        return asked.portfolio()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .map(line -> new Proposal(line, company(line).orElse(null)))
                .toList();
    }

    private Optional<Company> company(String line) {
        var found = CNPJ.matcher(line);
        var cnpj = found.find() && Cnpj.looksLike(found.group())
                ? Cnpj.of(found.group()).value()
                : "";
        List<?> rows = em.createNativeQuery("""
                        select id, group_id, name, cnpj from partners_company
                        where active and (cnpj = ?1 or lower(unaccent(name)) = lower(unaccent(cast(?2 as text))))
                        order by (cnpj = ?1) desc nulls last, id limit 1""")
                .setParameter(1, cnpj)
                .setParameter(2, line.toLowerCase(Locale.ROOT))
                .getResultList();
        return rows.stream()
                .map(row -> OpenableCompanies.company((Object[]) row))
                .findFirst();
    }
}
