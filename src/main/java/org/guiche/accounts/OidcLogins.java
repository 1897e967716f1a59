package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.OidcClient.Marks;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins through the provider on their way, in the database: whichever node the browser comes back to goes on. Each belongs to the
 * browser it was begun in and is used once. They do not end because a demo leaps to another day.
 */
@Stateless
public class OidcLogins {

    static final Duration TO_COME_BACK = Duration.ofMinutes(10);
    static final Duration TO_CONFIRM = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clocks clocks;

    /** One that has come back. */
    record Begun(String nonce, String verifier, String next) {}

    /**
     * Somebody who came and has still to confirm.
     *
     * @param proved the address whose mail was opened in the same browser
     */
    record Arrival(OidcClaims claims, String next, @Nullable Email proved) {

        /** The address that was found to be the person's, by us or by the provider. */
        @Nullable
        Email ownEmail() {
            return proved != null ? proved : claims.verifiedEmail();
        }
    }

    public void begin(Marks marks, String browser, String next) {
        em.createNativeQuery("""
                        insert into accounts_oidc_login (state, browser, nonce, verifier, next, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, Secrets.hash(marks.state()))
                .setParameter(2, Secrets.hash(browser))
                .setParameter(3, marks.nonce())
                .setParameter(4, marks.verifier())
                .setParameter(5, next)
                .setParameter(6, in(TO_COME_BACK))
                .executeUpdate();
    }

    /** Uses it up, whatever comes of it. Nothing where it was begun elsewhere, has come back before, or took too long. */
    public Optional<Begun> end(String state, String browser) {
        List<?> rows = em.createNativeQuery("""
                        delete from accounts_oidc_login where state = ?1 and browser = ?2 and expires_at > ?3
                        returning nonce, verifier, next""")
                .setParameter(1, Secrets.hash(state))
                .setParameter(2, Secrets.hash(browser))
                .setParameter(3, in(Duration.ZERO))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Begun((String) row[0], (String) row[1], (String) row[2]))
                .findFirst();
    }

    /** Keeps who came until the person confirms, in place of whom that browser brought before. */
    public void keep(String browser, OidcClaims claims, String next) {
        em.createNativeQuery("""
                        insert into accounts_oidc_arrival (browser, claims, next, expires_at)
                        values (?1, cast(?2 as jsonb), ?3, ?4)
                        on conflict (browser) do update set claims = excluded.claims, next = excluded.next,
                            link = null, address = null, proved = null, expires_at = excluded.expires_at""")
                .setParameter(1, Secrets.hash(browser))
                .setParameter(2, claims.json())
                .setParameter(3, next)
                .setParameter(4, in(TO_CONFIRM))
                .executeUpdate();
    }

    /** Whom that browser brought. */
    public Optional<Arrival> arrival(String browser) {
        return read(
                "select cast(claims as text), next, proved from accounts_oidc_arrival where browser = ?1 and expires_at > ?2",
                browser);
    }

    /** The same, and it is over. */
    public Optional<Arrival> take(String browser) {
        return read("""
                delete from accounts_oidc_arrival where browser = ?1 and expires_at > ?2
                returning cast(claims as text), next, proved""", browser);
    }

    private Optional<Arrival> read(String sql, String browser) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, Secrets.hash(browser))
                .setParameter(2, in(Duration.ZERO))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Arrival(
                        OidcClaims.of((String) row[0]),
                        (String) row[1],
                        row[2] == null ? null : new Email((String) row[2])))
                .findFirst();
    }

    /** Waits for a mail to that address to be opened in the same browser; gives the secret of its link. The last one counts. */
    public String expect(String browser, Email address) {
        var secret = Secrets.random();
        em.createNativeQuery("update accounts_oidc_arrival set link = ?2, address = ?3 where browser = ?1")
                .setParameter(1, Secrets.hash(browser))
                .setParameter(2, Secrets.hash(secret))
                .setParameter(3, address.address())
                .executeUpdate();
        return secret;
    }

    /** The mail was opened in that browser: the address is the person's. Nothing changes for any other secret. */
    public void prove(String browser, String secret) {
        em.createNativeQuery("""
                        update accounts_oidc_arrival set proved = address, link = null
                        where browser = ?1 and link = ?2 and expires_at > ?3""")
                .setParameter(1, Secrets.hash(browser))
                .setParameter(2, Secrets.hash(secret))
                .setParameter(3, in(Duration.ZERO))
                .executeUpdate();
    }

    private OffsetDateTime in(Duration time) {
        Instant then = clocks.withoutLeaps().plus(time);
        return then.atOffset(ZoneOffset.UTC);
    }
}
