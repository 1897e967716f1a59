package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Tokens with which programs act for a person. Shown once, kept as a hash, ended by expiry or revocation at once. */
@Stateless
public class Tokens {

    /** What a token may be allowed: to read, to read and write, or all that the person may do. */
    public static final Set<String> SCOPES = Set.of("*", "read", "write");

    private static final int LONGEST_NAME = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    PersonQueries people;

    /** A new token, with each of its scopes once: the secret is in no other answer ever. */
    public record Issued(UUID id, String secret, List<String> scopes) {}

    /** Whom a token stands for, and whether it may change things. */
    public record Bearer(Person person, boolean mayWrite) {}

    /** Makes a token of that person. Refuses unknown scopes, a blank name, an end that has passed. */
    public Issued issue(Person person, String name, List<String> scopes, @Nullable Instant expiresAt) {
        check(name, scopes, expiresAt);
        var issued = new Issued(
                UUID.randomUUID(), Secrets.random(), scopes.stream().distinct().toList());
        em.createNativeQuery("""
                        insert into accounts_token (id, person_id, name, hash, scopes, created_at, expires_at)
                        values (cast(?1 as uuid), ?2, ?3, ?4, cast(?5 as jsonb), ?6, ?7)""")
                .setParameter(1, issued.id().toString())
                .setParameter(2, person.id())
                .setParameter(3, name)
                .setParameter(4, Secrets.hash(issued.secret()))
                .setParameter(5, JsonText.array(issued.scopes()).build().toString())
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(7, expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return issued;
    }

    private void check(String name, List<String> scopes, @Nullable Instant expiresAt) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw RuleViolation.of("name", "accounts.token.name", LONGEST_NAME);
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw RuleViolation.of("scopes", "accounts.token.scopes");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw RuleViolation.of("expiresAt", "accounts.token.expired");
        }
    }

    /** Those of the person that stand for somebody now, the newest first. */
    public List<TokenState> list(Person person) {
        List<?> rows = em.createNativeQuery("""
                        select cast(id as text), name, cast(scopes as text), created_at, expires_at from accounts_token
                        where person_id = ?1 and revoked_at is null and (expires_at is null or expires_at > ?2)
                        order by created_at desc, id""")
                .setParameter(1, person.id())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> state((Object[]) row)).toList();
    }

    private static TokenState state(Object[] row) {
        try (var scopes = JsonText.reader((String) row[2])) {
            return new TokenState(
                    UUID.fromString((String) row[0]),
                    (String) row[1],
                    scopes.readArray().getValuesAs(JsonString::getString),
                    ((Timestamp) row[3]).toInstant(),
                    row[4] == null ? null : ((Timestamp) row[4]).toInstant());
        }
    }

    /** Whom the secret stands for now, if anybody: one statement and no transaction, since every call of the API asks. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Bearer> authenticate(String secret) {
        return people.byTokenHash(Secrets.hash(secret), clock.instant());
    }

    /** Ends a token of that person; a foreign one does not exist. */
    public void revoke(UUID id, Person person) {
        var ended = em.createNativeQuery(
                        "update accounts_token set revoked_at = ?3 where id = cast(?1 as uuid) and person_id = ?2 and revoked_at is null")
                .setParameter(1, id.toString())
                .setParameter(2, person.id())
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (ended == 0) {
            throw new NotFound("accounts.token.not-found");
        }
    }
}
