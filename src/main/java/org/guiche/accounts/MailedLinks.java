package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * @param email the address that the person wants; null where it is not about that
     */
    record MailedLink(
            LinkPurpose purpose,
            @Nullable Long personId,
            @Nullable Applicant applicant,
            @Nullable Email email) {}

    /** The secrets with which the owners of both addresses confirm that one becomes the other. */
    record ToChangeEmail(String atNew, String atOld) {}

    /** The secret of a link with which that person chooses a password. */
    String toChoosePassword(long personId) {
        return issue(LinkPurpose.PASSWORD, personId, null, clock.instant());
    }

    /** The secret of a link that invites that person; one sent before is good for nothing more. */
    String toInvite(long personId) {
        em.createNativeQuery("delete from accounts_link where person_id = ?1 and purpose = 'INVITATION'")
                .setParameter(1, personId)
                .executeUpdate();
        return issue(LinkPurpose.INVITATION, personId, null, clock.instant());
    }

    /** The same for many at once who have had none before: the secrets by whose they are. */
    Map<Long, String> toInvite(Collection<Long> people) {
        var secrets = people.stream().collect(Collectors.toMap(id -> id, id -> Secrets.random()));
        var ends = clock.instant().plus(LinkPurpose.INVITATION.life()).atOffset(ZoneOffset.UTC);
        var rows = JsonText.array(secrets.entrySet().stream()
                .map(secret -> JsonText.object()
                        .add("person", secret.getKey())
                        .add("hash", HexFormat.of().formatHex(Secrets.hash(secret.getValue())))
                        .build())
                .toList());
        em.createNativeQuery("""
                        insert into accounts_link (hash, purpose, person_id, expires_at)
                        select decode(hash, 'hex'), 'INVITATION', person, ?2
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r (person bigint, hash text)""")
                .setParameter(1, rows.build().toString())
                .setParameter(2, ends)
                .executeUpdate();
        return secrets;
    }

    /** The secret of a link with which the applicant registers. */
    String toSignUp(Applicant applicant) {
        return issue(LinkPurpose.SIGN_UP, null, applicant.json(), clock.instant());
    }

    /** The secrets of two links that end together, in the place of any other two of that person's. */
    ToChangeEmail toChangeEmail(long personId, Email wanted) {
        em.createNativeQuery("delete from accounts_link where person_id = ?1 and purpose in ('EMAIL_NEW', 'EMAIL_OLD')")
                .setParameter(1, personId)
                .executeUpdate();
        var content = JsonText.object().add("email", wanted.address()).build().toString();
        var now = clock.instant();
        return new ToChangeEmail(
                issue(LinkPurpose.EMAIL_NEW, personId, content, now),
                issue(LinkPurpose.EMAIL_OLD, personId, content, now));
    }

    /** The address that the person wants, and which of the two have not confirmed it yet. */
    Map<LinkPurpose, Email> unconfirmed(long personId) {
        List<?> rows = em.createNativeQuery("""
                        select purpose, content ->> 'email' from accounts_link
                        where person_id = ?1 and purpose in ('EMAIL_NEW', 'EMAIL_OLD') and expires_at > ?2""")
                .setParameter(1, personId)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> LinkPurpose.valueOf((String) row[0]), row -> new Email((String) row[1])));
    }

    private String issue(LinkPurpose purpose, @Nullable Long person, @Nullable String content, Instant now) {
        var secret = Secrets.random();
        em.createNativeQuery("""
                        insert into accounts_link (hash, purpose, person_id, content, expires_at)
                        values (?1, ?2, cast(?3 as bigint), cast(?4 as jsonb), ?5)""")
                .setParameter(1, Secrets.hash(secret))
                .setParameter(2, purpose.name())
                .setParameter(3, person == null ? null : person.toString())
                .setParameter(4, content)
                .setParameter(5, now.plus(purpose.life()).atOffset(ZoneOffset.UTC))
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
        var purpose = LinkPurpose.valueOf((String) row[0]);
        var person = row[1] == null ? null : ((Number) row[1]).longValue();
        var content = row[2] == null ? null : json((String) row[2]);
        if (content == null) {
            return new MailedLink(purpose, person, null, null);
        }
        return person == null
                ? new MailedLink(purpose, null, Applicant.of(content), null)
                : new MailedLink(purpose, person, null, new Email(content.getString("email")));
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text)) {
            return reader.readObject();
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
