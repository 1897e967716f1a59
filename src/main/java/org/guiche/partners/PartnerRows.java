package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guiche.partners.PartnerSummary.Standing;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** Reads partners and how it stands with them, in one statement however many they are. */
@Dependent
class PartnerRows {

    private static final int SOON_DAYS = 30;

    private static final String LIST = """
            select p.id, p.version, p.name, p.legal_name, p.cnpj, p.active,
                (select count(*) from partners_client k where k.partner_id = p.id),
                bool_or(c.status = 'APPROVED' and c.starts_on <= cast(?1 as date) and c.ends_on >= cast(?1 as date)),
                bool_or(c.status = 'APPROVED' and c.starts_on > cast(?1 as date)),
                bool_or(c.status = 'REQUESTED'),
                bool_or(c.status = 'SUSPENDED' and c.ends_on >= cast(?1 as date)),
                bool_or(c.status = 'REVOKED' and c.ends_on >= cast(?1 as date)),
                bool_or(c.status = 'REFUSED'),
                cast(max(c.ends_on) filter (where c.status = 'APPROVED') as text)
            from partners_partner p left join partners_contract c on c.partner_id = p.id
            where (?2 = '' or lower(unaccent(p.name)) like ?2 or lower(unaccent(coalesce(p.legal_name, ''))) like ?2
                or (?3 <> '' and p.cnpj like ?3)
                or p.id in (select u.partner_id from partners_user u where u.person_id = ?4))
            group by p.id order by lower(p.name), p.id""";

    private static final String ONE = """
            select id, version, active, name, cnpj, legal_name, city, contact_name, contact_email, contact_phone
            from partners_partner where id = ?1""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** What is looked for: a part of a name, in small letters without accents, a beginning of a CNPJ, somebody who is or was a user. */
    record Sought(String name, String cnpj, long personId) {}

    List<PartnerSummary> list(Sought sought) {
        var today = Span.day(clock.instant());
        List<?> rows = em.createNativeQuery(LIST)
                .setParameter(1, today.toString())
                .setParameter(2, sought.name())
                .setParameter(3, sought.cnpj())
                .setParameter(4, sought.personId())
                .getResultList();
        return rows.stream().map(row -> summary((Object[]) row, today)).toList();
    }

    private static PartnerSummary summary(Object[] row, LocalDate today) {
        var until = row[13] == null ? null : LocalDate.parse((String) row[13]);
        return new PartnerSummary(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).intValue(),
                (String) row[2],
                (String) row[3],
                cnpj(row[4]),
                (Boolean) row[5],
                ((Number) row[6]).intValue(),
                standing(row, until, today),
                until);
    }

    private static @Nullable Cnpj cnpj(@Nullable Object column) {
        return column == null ? null : new Cnpj((String) column);
    }

    private static Standing standing(Object[] row, @Nullable LocalDate until, LocalDate today) {
        if (!(Boolean) row[5]) {
            return Standing.INACTIVE;
        }
        if (is(row[7]) && until != null) {
            return until.isAfter(today.plusDays(SOON_DAYS)) ? Standing.IN_FORCE : Standing.EXPIRING;
        }
        if (is(row[8])) {
            return Standing.FUTURE;
        }
        return stopped(row, until);
    }

    private static Standing stopped(Object[] row, @Nullable LocalDate until) {
        if (is(row[9])) {
            return Standing.REQUESTED;
        }
        if (is(row[10])) {
            return Standing.SUSPENDED;
        }
        if (is(row[11])) {
            return Standing.REVOKED;
        }
        return until != null ? Standing.EXPIRED : is(row[12]) ? Standing.REFUSED : Standing.NONE;
    }

    private static boolean is(@Nullable Object column) {
        return Boolean.TRUE.equals(column);
    }

    /** That one, as it is edited; nothing where there is none. */
    List<PartnerDetails> one(long id) {
        List<?> rows = em.createNativeQuery(ONE).setParameter(1, id).getResultList();
        return rows.stream().map(row -> details((Object[]) row)).toList();
    }

    private static PartnerDetails details(Object[] row) {
        var text = new PartnerText(
                (String) row[3],
                cnpj(row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : new Email((String) row[8]),
                row[9] == null ? null : new Phone((String) row[9]));
        return new PartnerDetails(((Number) row[0]).longValue(), ((Number) row[1]).intValue(), (Boolean) row[2], text);
    }
}
