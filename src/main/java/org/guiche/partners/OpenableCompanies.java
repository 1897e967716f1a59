package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.Cnpj;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** Which companies are a person's to open tickets for: the own ones, a partner's clients, for the staff all. */
@Dependent
class OpenableCompanies {

    private static final String COLUMNS = "select c.id, c.group_id, c.name, c.cnpj from partners_company c ";
    private static final String OPEN = "where c.active";
    private static final String CLOSED = "where not c.active";
    private static final String OF_GROUPS = """
            %s and (c.group_id = any(cast(?1 as bigint[])) or c.id in (
                select pc.company_id from partners_client pc join partners_partner p on p.id = pc.partner_id
                where p.group_id = any(cast(?1 as bigint[]))))""";

    @PersistenceContext
    EntityManager em;

    /** Those that take new tickets. */
    List<Company> list(Person person, String end) {
        return companies(query(COLUMNS, OPEN, person, end));
    }

    /** Those of them that are called like that, by name. Found by the index of the words first and put in order then. */
    List<Company> search(String typed, Person person, int most) {
        var words = CompanyWords.of(typed, 2);
        var end = " and " + words.condition()
                + ") select c.id, c.group_id, c.name, c.cnpj from c order by c.name, c.id limit " + most;
        var query = query("with c as materialized (" + COLUMNS, OPEN, person, end);
        for (var i = 0; i < words.values().size(); i++) {
            query.setParameter(2 + i, words.values().get(i));
        }
        return companies(query);
    }

    /** One of them. */
    Optional<Company> find(long id, Person person) {
        return companies(query(COLUMNS, OPEN, person, " and c.id = ?2").setParameter(2, id)).stream()
                .findFirst();
    }

    /** One of them, with its services and projects. */
    Optional<EquippedCompany> equipped(long id, Person person) {
        var query = query(EquippedCompany.COLUMNS, OPEN, person, " and c.id = ?2");
        return EquippedCompany.read(query.setParameter(2, id)).stream().findFirst();
    }

    /** Two of them at most: enough to know whether there is one, or a choice. */
    List<EquippedCompany> two(Person person) {
        return EquippedCompany.read(query(EquippedCompany.COLUMNS, OPEN, person, " limit 2"));
    }

    /** One of theirs that takes no new tickets: that one, or any. */
    Optional<Company> closed(@Nullable Long id, Person person) {
        var query = id == null
                ? query(COLUMNS, CLOSED, person, " order by c.name limit 1")
                : query(COLUMNS, CLOSED, person, " and c.id = ?2").setParameter(2, id);
        return companies(query).stream().findFirst();
    }

    private Query query(String select, String state, Person person, String end) {
        return person.isStaff()
                ? em.createNativeQuery(select + state + end)
                : em.createNativeQuery(select + OF_GROUPS.formatted(state) + end)
                        .setParameter(1, SqlArray.of(person.groups()));
    }

    private static List<Company> companies(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> company((Object[]) row)).toList();
    }

    static Company company(Object[] row) {
        return new Company(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (String) row[2],
                row[3] == null ? null : new Cnpj((String) row[3]));
    }
}
