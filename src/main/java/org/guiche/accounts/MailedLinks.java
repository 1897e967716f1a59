package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** The secrets in mails: 256 random bits, kept as their SHA-256, each good for one thing, once, for a while (SECURITY 7). */
@Dependent
class MailedLinks {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * What a link is good for.
     *
     * @param personId whose it is; null for whoever signs up
     * @param applicant who signs up; null for a person that there is
     */
    record MailedLink(
            LinkPurpose purpose,
            @Nullable Long personId,
            @Nullable Applicant applicant) {}

    /** The secret of a link with which that person chooses a password. */
    String toChoosePassword(long personId) {
        return issue(LinkPurpose.PASSWORD, personId, null);
    }

    /** The secret of a link with which the applicant registers. */
    String toSignUp(Applicant applicant) {
        return issue(LinkPurpose.SIGN_UP, null, applicant.json());
    }

    private String issue(LinkPurpose purpose, @Nullable Long person, @Nullable String content) {
        var secret = Secrets.random();
        em.createNativeQuery("""
                        insert into accounts_link (hash, purpose, person_id, content, expires_at)
                        values (?1, ?2, cast(?3 as bigint), cast(?4 as jsonb), ?5)""")
                .setParameter(1, Secrets.hash(secret))
                .setParameter(2, purpose.name())
                .setParameter(3, person == null ? null : person.toString())
                .setParameter(4, content)
                .setParameter(5, clock.instant().plus(purpose.life()).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return secret;
    }

    /** What the link is good for, if it still is; looking does not use it up: programs that read mail open links. */
    Optional<MailedLink> find(String secret) {
        return read(
                "select purpose, person_id, cast(content as text) from accounts_link where hash = ?1 and expires_at > ?2",
                secret);
    }

    /** The same, and it is good for nothing more. */
    Optional<MailedLink> take(String secret) {
        return read(
                "delete from accounts_link where hash = ?1 and expires_at > ?2 returning purpose, person_id, cast(content as text)",
                secret);
    }

    private Optional<MailedLink> read(String sql, String secret) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, Secrets.hash(secret))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> link((Object[]) row)).findFirst();
    }

    private static MailedLink link(Object[] row) {
        return new MailedLink(
                LinkPurpose.valueOf((String) row[0]),
                row[1] == null ? null : ((Number) row[1]).longValue(),
                row[2] == null ? null : applicant((String) row[2]));
    }

    private static Applicant applicant(String json) {
        try (var reader = JsonText.reader(json)) {
            return Applicant.of(reader.readObject());
        }
    }

    /** None of the person's links is good for anything any more. */
    void forgetOf(long personId) {
        em.createNativeQuery("delete from accounts_link where person_id = ?1")
                .setParameter(1, personId)
                .executeUpdate();
    }

    /** Nor are others with which somebody signs up with that address. */
    void forgetOf(Email email) {
        em.createNativeQuery("delete from accounts_link where purpose = 'SIGN_UP' and content ->> 'email' = ?1")
                .setParameter(1, email.address())
                .executeUpdate();
    }
}
