package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;

/** Companies as administrators see them; to everybody else none is there. */
@Dependent
class CompanyStates {

    private static final String COLUMNS = """
            select c.id, c.group_id, c.version, c.name, c.cnpj, c.address, c.active,
                (select string_agg(d.domain, ' ' order by d.domain) from partners_domain d where d.company_id = c.id)
            from partners_company c where c.id = ?1""";

    @PersistenceContext
    EntityManager em;

    CompanyState get(long id, Person administrator) {
        return state(COLUMNS, id, administrator);
    }

    /** The same, and nobody else changes it, or what belongs to it, until the transaction ends. */
    CompanyState lock(long id, Person administrator) {
        return state(COLUMNS + " for update of c", id, administrator);
    }

    private CompanyState state(String sql, long id, Person administrator) {
        if (!administrator.isAdministrator()) {
            throw new NotFound("partners.company.not-found");
        }
        return Row.all(em, sql, id)
                .map(CompanyStates::state)
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.company.not-found"));
    }

    static CompanyState state(Row row) {
        var text = new CompanyText(row.text(3), row.cnpj(4), row.textIf(5), row.flag(6), row.words(7));
        return new CompanyState(row.number(0), row.number(1), row.count(2), text);
    }
}
