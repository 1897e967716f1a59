package org.guiche.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.PersonalData.Place;
import org.guiche.shared.Cpf;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** What is kept of people's accounts, also of those who may not act any more. Whoever asks has seen to it that the reader may. */
@Stateless
public class PersonalRecords {

    private static final String PLACES = """
            select g.name, m.whole_group, case when isfinite(m.valid_from) then m.valid_from end,
                case when isfinite(m.valid_until) then m.valid_until end
            from accounts_membership m join accounts_group g on g.id = m.group_id where m.person_id = ?1 order by m.valid_from, g.name""";

    @PersistenceContext
    EntityManager em;

    @EJB
    Tokens tokens;

    @EJB
    Delegations delegations;

    /** Of that person. */
    public PersonalData of(long personId) {
        var account = em.find(Account.class, personId);
        if (account == null) {
            throw new NotFound("accounts.person.not-found");
        }
        var names = account.names();
        return new PersonalData(
                personId,
                names.get(0),
                names.size() > 1 ? names.get(1) : null,
                account.email(),
                account.cpf(),
                account.phone(),
                account.createdAt(),
                account.isActive(),
                roles(personId),
                delegations.units(personId),
                places(personId),
                tokens.list(outside(personId)),
                devices(personId));
    }

    private static Person outside(long personId) {
        return new Person(personId, "", "", null, null, Set.of(), List.of());
    }

    private List<Role> roles(long personId) {
        List<?> roles = em.createNativeQuery("select role from accounts_role where person_id = ?1 order by role")
                .setParameter(1, personId)
                .getResultList();
        return roles.stream().map(role -> Role.valueOf((String) role)).toList();
    }

    private List<Place> places(long personId) {
        List<?> rows = em.createNativeQuery(PLACES).setParameter(1, personId).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Place((String) row[0], (Boolean) row[1], at(row[2]), at(row[3])))
                .toList();
    }

    private static @Nullable Instant at(@Nullable Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private long devices(long personId) {
        return ((Number) em.createNativeQuery("select count(*) from accounts_device where person_id = ?1")
                        .setParameter(1, personId)
                        .getSingleResult())
                .longValue();
    }

    /** The id of whoever has that address or CPF, also of somebody who may not act any more; null for nobody. */
    public @Nullable Long with(String emailOrCpf) {
        var typed = emailOrCpf.strip();
        var isCpf = Cpf.looksLike(typed);
        List<?> ids = em.createNativeQuery(
                        "select id from accounts_person where " + (isCpf ? "cpf" : "email") + " = lower(?1)")
                .setParameter(1, isCpf ? Cpf.of(typed).digits() : typed)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst().orElse(null);
    }
}
