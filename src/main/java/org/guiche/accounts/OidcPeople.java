package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.OidcLogins.Arrival;
import org.guiche.accounts.OidcQuestion.Kind;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;

/**
 * Whose account it is that the provider speaks of, each step one transaction. A subject is linked once the person confirms it, never by
 * itself (SECURITY 38): by the password of the account that a verified claim belongs to, or by a mail to its address.
 */
@Stateless
public class OidcPeople {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    OidcIdentities identities;

    @Inject
    OidcQuestions questions;

    @Inject
    OidcLogins logins;

    @Inject
    OidcRoles roles;

    @Inject
    PersonQueries people;

    @Inject
    Registrar registrar;

    @Inject
    AuditTrail trail;

    @Inject
    Event<OidcMail> mails;

    @Inject
    Event<SignedUp> signedUp;

    /** Somebody who is linked from now on, and what was said of the person; public, as what the container hands on must be. */
    public record Linked(SignedIn signedIn, Arrival arrival) {}

    /** The person whose subject it is, with the roles of now; nobody where it is linked to none. Refuses who may not act any more. */
    public Optional<SignedIn> enter(OidcClaims claims, OidcSettings settings) {
        return identities.seen(claims).map(id -> enter(id, claims, settings));
    }

    private SignedIn enter(long personId, OidcClaims claims, OidcSettings settings) {
        var account = em.find(Account.class, personId);
        if (!account.isActive()) {
            throw new OidcRefused(OidcRefusal.CLOSED, "person " + personId + " may not act");
        }
        roles.follow(personId, claims, settings);
        return people.byId(personId, clock.instant()).orElseThrow();
    }

    /** Sends the mail that proves an address; whoever it belongs to, so that it tells nothing. */
    public void prove(String browser, Email address) {
        mails.fire(new OidcMail(address, logins.expect(browser, address)));
    }

    /**
     * Links the subject to the account that it belongs to.
     *
     * @param confirmedBy whose password was shown; 0 where none was
     */
    public Linked link(String browser, long confirmedBy, OidcSettings settings) {
        var arrival = take(browser);
        var asked = questions.ask(arrival, settings);
        var match = asked.match();
        var confirmed = asked.question().kind() == Kind.CONFIRM
                || (asked.question().kind() == Kind.PASSWORD && match != null && match.personId() == confirmedBy);
        if (!confirmed || match == null) {
            throw new OidcRefused(OidcRefusal.STALE, "not confirmed");
        }
        var linked = linked(arrival, match.personId(), settings);
        mails.fire(new OidcMail(new Email(match.email()), null));
        return linked;
    }

    /** Makes an account without a password, of which the provider's word is the way in. */
    public Linked create(String browser, String name, OidcSettings settings) {
        var arrival = take(browser);
        if (questions.ask(arrival, settings).question().kind() != Kind.CREATE) {
            throw new OidcRefused(OidcRefusal.STALE, "nobody to be made");
        }
        var email = Objects.requireNonNull(arrival.ownEmail());
        var person = new NewPerson(name, email, arrival.claims().cpf(), null, null, Set.of());
        var id = registrar.register(person, null);
        em.find(Account.class, id).correct(new Naming(name, arrival.claims().socialName()), null);
        signedUp.fire(new SignedUp(id, email));
        return linked(arrival, id, settings);
    }

    private Arrival take(String browser) {
        return logins.take(browser).orElseThrow(() -> new OidcRefused(OidcRefusal.STALE, "nobody arrived"));
    }

    private Linked linked(Arrival arrival, long personId, OidcSettings settings) {
        identities.link(arrival.claims(), personId);
        var signedIn = enter(personId, arrival.claims(), settings);
        record(signedIn.person(), "accounts.audit.linked", arrival.claims().issuer());
        return new Linked(signedIn, arrival);
    }

    private void record(Person person, String act, String issuer) {
        trail.record(person, Audited.of(AuditSubject.PERSON, person.id(), act).to(Map.of("provider", issuer)));
    }

    /** Whoever may act. */
    public Person person(long id) {
        return people.byId(id, clock.instant())
                .map(SignedIn::person)
                .orElseThrow(() -> new OidcRefused(OidcRefusal.CLOSED, "person " + id + " may not act"));
    }

    /** Whether the person has another way in. */
    public boolean hasPassword(Person person) {
        return em.find(Account.class, person.id()).passwordHash() != null;
    }

    /** The accounts at providers by which that person signs in. */
    public List<LinkedIdentity> of(Person person) {
        return identities.of(person.id());
    }

    /** Takes one of the person's own back; a foreign one does not exist. */
    public void unlink(Person person, LinkedIdentity identity) {
        if (!identities.unlink(person.id(), identity.issuer(), identity.subject())) {
            throw new NotFound("accounts.linked.not-found");
        }
        record(person, "accounts.audit.unlinked", identity.issuer());
    }
}
