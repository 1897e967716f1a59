package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;

/** Reads the entries of the directory, whoever asks. */
@Dependent
class DirectoryReader {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    Optional<PersonEntry> one(long id) {
        return read(PeopleQuery.one(id, clock.instant())).stream().findFirst();
    }

    List<PersonEntry> read(PeopleQuery query) {
        var statement = em.createNativeQuery(query.sql());
        for (var i = 0; i < query.values().size(); i++) {
            statement.setParameter(i + 1, query.values().get(i));
        }
        List<?> rows = statement.getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private static PersonEntry entry(Object[] row) {
        return new PersonEntry(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).intValue(),
                new Naming((String) row[2], (String) row[3]),
                (String) row[4],
                row[5] == null ? null : new Cpf((String) row[5]).masked(),
                row[6] == null ? null : new Phone((String) row[6]),
                (Boolean) row[7],
                (Boolean) row[8],
                ((Timestamp) row[9]).toInstant(),
                PersonQueries.roles((String) row[10]),
                PersonQueries.memberships((String) row[11]));
    }
}
